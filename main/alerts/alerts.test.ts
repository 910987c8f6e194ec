import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenAlarm } from '../../shared/contracts/desk.ts'
import { alerts } from './alerts.ts'
import { remembered, standingOf } from './standingAlarms.ts'

const alarm = (id: string, wish: Partial<OpenAlarm> = {}): OpenAlarm => ({
  id,
  title: `告警 ${id}`,
  text: '未派单',
  isLoud: false,
  ...wish,
})
const a = alarm('a')
const b = alarm('b')

const aDesk = () => {
  const desk = { isLookedAt: false, notes: [] as string[], open: new Set<string>(), flashes: [] as boolean[], counts: [] as number[] }
  const told = alerts({
    note: (title) => {
      desk.notes.push(title)
      desk.open.add(title)
      return () => void desk.open.delete(title)
    },
    isLookedAt: () => desk.isLookedAt,
    flash: (isOn) => desk.flashes.push(isOn),
    count: (standing) => desk.counts.push(standing),
    several: (count) => `${count} 条`,
  })
  return { desk, told }
}

test('[E15] a new alarm that nobody looks at is told once, whichever windows say it and however often', () => {
  const { desk, told } = aDesk()
  told.are(1, [a])
  told.are(2, [a])
  told.are(1, [a, b])
  told.are(2, [b, a])
  expect(desk.notes).toEqual(['告警 a', '告警 b'])
})

test('[E15] one that comes while a person looks at a console is not told, then or later', () => {
  const { desk, told } = aDesk()
  desk.isLookedAt = true
  told.are(1, [a])
  desk.isLookedAt = false
  told.are(1, [a])
  expect(desk.notes).toEqual([])
})

test('[E15] one that went and comes again was told already', () => {
  const { desk, told } = aDesk()
  told.are(1, [a])
  told.are(1, [])
  told.are(1, [a])
  expect(desk.notes).toEqual(['告警 a'])
})

test('[E15] a note goes with its alarm: when no window speaks of it any more', () => {
  const { desk, told } = aDesk()
  told.are(1, [a])
  told.are(2, [a])
  told.are(1, [])
  expect(desk.open.size).toBe(1)
  told.gone(2)
  expect(desk.open.size).toBe(0)
})

test('[E15] many at once are one note', () => {
  const { desk, told } = aDesk()
  told.are(
    1,
    ['1', '2', '3', '4'].map((id) => alarm(id)),
  )
  expect(desk.notes).toEqual(['4 条'])
})

test('[E15] the note of many stays while one of its alarms stands, whatever else comes and goes, and goes with the last', () => {
  const { desk, told } = aDesk()
  const many = ['1', '2', '3', '4'].map((id) => alarm(id))
  told.are(1, many)
  told.are(1, [...many.slice(3), a])
  expect([...desk.open]).toEqual(['4 条', '告警 a'])
  told.are(1, [a])
  expect([...desk.open]).toEqual(['告警 a'])
})

test('[E16] the task bar asks as long as one stands that nobody looks at', () => {
  const { desk, told } = aDesk()
  told.are(1, [a])
  desk.isLookedAt = true
  told.looked()
  told.looked()
  desk.isLookedAt = false
  told.looked()
  told.are(1, [])
  told.looked()
  expect(desk.flashes).toEqual([true, false, true, false])
})

test('[E16] the sign counts what stands, each once, and nothing when the windows are gone', () => {
  const { desk, told } = aDesk()
  told.are(1, [a, b])
  told.are(2, [b])
  told.are(1, [b])
  told.gone(1)
  told.gone(2)
  told.gone(3)
  expect(desk.counts).toEqual([2, 1, 0])
  expect(told.standing()).toBe(0)
})

test('[E15] however windows speak, each alarm stands once, and is known afterwards', () => {
  const lists = fc.array(
    fc.array(
      fc.constantFrom('a', 'b', 'c', 'd').map((id) => alarm(id)),
      { maxLength: 5 },
    ),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(lists, (windows) => {
      const standing = standingOf(new Map(windows.map((list, at) => [at, list])))
      const ids = standing.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(ids)).toEqual(new Set(windows.flat().map(({ id }) => id)))
      const known = remembered(new Set(['z']), standing)
      expect([...ids, 'z'].every((id) => known.has(id))).toBe(true)
    }),
  )
})
