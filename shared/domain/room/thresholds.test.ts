import { describe, expect, test } from 'vitest'
import { ConsoleCommand } from '../command.ts'
import { storedEvent } from '../event.ts'
import { defaultThresholds, type Thresholds } from './thresholds.ts'

const say = (changes: Partial<Thresholds>) =>
  ConsoleCommand.safeParse({ type: 'thresholds.set', thresholds: { ...defaultThresholds, ...changes } })

describe('thresholds that contradict themselves', () => {
  test.each([
    { fixIsOldAfterMs: 900_000, fixIsUselessAfterMs: 1_000 },
    { fixIsOldAfterMs: 60_000, fixIsUselessAfterMs: 60_000 },
  ])('[P27] %j is refused as a command, and the field is named', (changes) => {
    const said = say(changes)
    expect(said.success).toBe(false)
    expect(said.error?.issues.map(({ path }) => path.join('.'))).toEqual(['thresholds.fixIsUselessAfterMs'])
  })

  test('[P27] what a room starts with is in order, and so is anything that gets useless after it is old', () => {
    expect(say({}).success).toBe(true)
    expect(say({ fixIsOldAfterMs: 59_999, fixIsUselessAfterMs: 60_000 }).success).toBe(true)
  })

  test('[P27] a journal that holds some from before is still read', () => {
    const thresholds = { ...defaultThresholds, fixIsOldAfterMs: 900_000, fixIsUselessAfterMs: 1_000 }
    expect(storedEvent({ type: 'thresholds.set', thresholds })).toEqual({ type: 'thresholds.set', thresholds })
  })
})
