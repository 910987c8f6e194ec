import { beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { IncidentId } from '../../shared/domain/ids.ts'
import { localMinute } from '../../shared/domain/unit/roster.ts'
import { readTownFiles, type TownFiles } from '../composition/townFiles.ts'
import { seededChance } from './chance.ts'
import { guest } from './guest.ts'
import { readStories, type Stories } from './readStories.ts'
import { reporters } from './reporters.ts'
import { schedule } from './schedule.ts'
import { fakeTime } from './testing/fakeTime.ts'
import { anAfternoon, resources } from './testing/livedRoom.ts'

const hour = 3_600_000

let files: TownFiles
let stories: Stories
beforeAll(async () => {
  files = await readTownFiles(resources, null)
  stories = await readStories(`${resources}/narratives`)
})

type Heard = { readonly report: IncomingReport; readonly at: number }

/** All reports of a day and a night. */
const aDay = async (seed: number): Promise<readonly Heard[]> => {
  const { time, pass } = fakeTime(anAfternoon)
  const heard: Heard[] = []
  const onTrouble = (error: unknown) => {
    throw error
  }
  const plan = schedule({ ...time, speed: 1, onTrouble })
  const listener = guest({
    now: time.now,
    onTrouble,
    board: () => {
      throw new Error('Callers do not look at the board')
    },
    do: async () => ({ ok: true, position: 0 }),
    bring: async (report) => {
      heard.push({ report, at: time.now() })
      return { ok: true, incident: IncidentId.parse(`E-${heard.length}`) }
    },
  })
  const { town, taxonomy } = files
  reporters({ town, taxonomy, stories, now: time.now, onTrouble, chance: seededChance(seed), plan, guest: listener }).begin()
  await pass(24 * hour)
  plan.stop()
  return heard
}

const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
const patternOf = (text: string) => new RegExp(`^${escaped(text).replace(/\{[a-z]+\}/g, '.+')}$`)

describe('callers', () => {
  test('[D14] seven in ten reports of a day are not for the police', async () => {
    const told = [
      ...stories.narratives.map(({ text, policeNeeded }) => ({ pattern: patternOf(text), policeNeeded })),
      ...stories.storms.flatMap(({ texts, policeNeeded }) => texts.map((text) => ({ pattern: patternOf(text), policeNeeded }))),
    ]
    for (const seed of [1, 2, 3]) {
      const heard = await aDay(seed)
      const needed = heard.map(({ report }) => told.find(({ pattern }) => pattern.test(report.text))?.policeNeeded)
      expect(needed).not.toContain(undefined)
      const share = needed.filter((one) => one === false).length / heard.length
      expect(share).toBeGreaterThan(0.6)
      expect(share).toBeLessThan(0.8)
    }
  })

  test('[D15] the evening is twice as busy as the day, the night is quiet', async () => {
    const heard = (await Promise.all([4, 5, 6, 7].map(aDay))).flat()
    const hourOf = ({ at }: Heard) => Math.floor(localMinute(at, files.town.utcOffsetMinutes).minute / 60)
    const perHour = (from: number, to: number) => heard.filter((one) => hourOf(one) >= from && hourOf(one) < to).length / (to - from) / 4
    expect(perHour(18, 22)).toBeGreaterThan(24)
    expect(perHour(18, 22)).toBeLessThan(48)
    expect(perHour(9, 17)).toBeGreaterThan(8)
    expect(perHour(18, 22)).toBeGreaterThan(1.8 * perHour(9, 17))
    expect(perHour(1, 5)).toBeLessThan(perHour(9, 17) / 2)
  })

  test('[D16] callers and numbers are invented, and no gap of a text is left open', async () => {
    const heard = await aDay(9)
    expect(heard.flatMap(({ report }) => report.caller.phone ?? []).filter((phone) => !/^1380000\d{4}$/.test(phone))).toEqual([])
    expect(heard.filter(({ report }) => /[{}]/.test(report.text))).toEqual([])
    const buildings = new Set(files.town.buildings.map(({ id }) => id))
    const scanned = heard.flatMap(({ report }) => report.building ?? [])
    expect(scanned.length).toBeGreaterThan(10)
    expect(scanned.filter((id) => !buildings.has(id))).toEqual([])
  })

  test('[D17] now and then one matter is told by many within minutes', async () => {
    const days = await Promise.all([10, 11, 12].map(aDay))
    const patterns = stories.storms.map(({ texts }) => texts.map(patternOf))
    const sizes = patterns.map((texts) => days.flat().filter(({ report }) => texts.some((text) => text.test(report.text))).length)
    expect(sizes.filter((size) => size >= 6).length).toBeGreaterThan(3)
  })
})

describe('chance', () => {
  test('[D10] a seed and a name give the same numbers, whatever is drawn elsewhere', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.nat(20), (seed, name, draws) => {
        const quiet = seededChance(seed)
        const busy = seededChance(seed)
        for (let i = 0; i < draws; i++) busy.next()
        expect(busy.of(name).next()).toBe(quiet.of(name).next())
        const number = quiet.next()
        expect(number).toBeGreaterThanOrEqual(0)
        expect(number).toBeLessThan(1)
      }),
    )
  })
})
