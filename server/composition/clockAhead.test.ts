import { describe, expect, test } from 'vitest'
import { memoryJournal } from '../journal/memoryJournal.ts'
import { happened, type Happened } from '../journal/testing/happened.ts'
import { TownId } from '../../shared/domain/ids.ts'
import type { DomainEvent } from '../../shared/domain/event.ts'
import type { Journal } from '../journal/journal.ts'
import { clockWords } from './clockAhead.ts'
import { roomClock } from './roomClock.ts'
import type { Time } from './systemTime.ts'

const minute = 60_000
const hour = 60 * minute

describe('a journal that is ahead of the machine’s clock', () => {
  test('[W27] small steps are nobody’s business', () => {
    for (const ahead of [0, 1_000, 4 * minute]) expect(clockWords(ahead, false)).toBeNull()
  })

  test('[W27] some minutes are told in both languages, and the room starts', () => {
    expect(clockWords(12 * minute, false)).toMatch(/快 12 分钟[\s\S]*12 minutes ahead/)
  })

  test('[W27] more than an hour is not started with, and the words say by how much and what to do', () => {
    expect(() => clockWords(400 * 24 * hour, false)).toThrow(
      /400 天[\s\S]*400 days[\s\S]*加 --clock-ahead-accepted[\s\S]*with --clock-ahead-accepted/,
    )
    expect(() => clockWords(hour + 1, false)).toThrow(/1 小时[\s\S]*1 hour /)
  })

  test('[W27] told in words to start all the same, it starts and still says so', () => {
    expect(clockWords(400 * 24 * hour, true)).toMatch(/快 400 天[\s\S]*400 days ahead/)
  })
})

test('[W27] the room knows how far it is ahead, at its start and later', async () => {
  const journal = memoryJournal<Happened>()
  const [town, at] = [TownId.parse('siji'), 1_700_000_000_000]
  await journal.append(town, 0, [{ ...happened('a'), at }])
  let [wall, monotonic] = [at - 10 * minute, 0]
  const time: Time = { now: () => wall, monotonic: () => monotonic, setTimer: () => () => undefined }
  const clock = await roomClock(time, journal as unknown as Journal<DomainEvent>)
  expect(clock.aheadMs()).toBe(10 * minute)
  expect(clock.time.now()).toBe(at)
  for (const left of [4 * minute, 0]) {
    wall += hour
    monotonic += hour
    expect(clock.aheadMs()).toBe(left)
  }
})
