import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { distanceM } from '../../shared/domain/geo/point.ts'
import { Force } from '../../shared/domain/taxonomy/taxonomy.ts'
import { parseTown } from '../../shared/domain/town/parseTown.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { gridAt } from '../../shared/domain/town/whereIs.ts'
import { isOnRoster } from '../../shared/domain/unit/roster.ts'
import { exampleTown } from './exampleTown.ts'
import { townText } from './townText.ts'

const textOf = (name: string) => readFileSync(new URL(`../../resources/town/${name}.json`, import.meta.url), 'utf8')

const read = (name: string): Town => {
  const parsed = parseTown(JSON.parse(textOf(name)))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 5)))
  return parsed.town
}

/** Sunday 4 January 2026, 00:00 in the town, and every quarter of an hour of the week that follows. */
const quarters = Array.from({ length: 7 * 24 * 4 }, (_, n) => Date.UTC(2026, 0, 3, 16) + n * 15 * 60_000)

describe.each(['example', 'minimal'])('the town %s', (name) => {
  const town = read(name)

  test('[T11] the file that ships has no problems', () => {
    expect(parseTown(JSON.parse(textOf(name)))).toMatchObject({ ok: true })
  })

  test.each(Force.options)('[T12] somebody of %s is on shift at every quarter of the week', (force) => {
    const theirs = town.units.filter((unit) => unit.force === force)
    const alone = quarters.filter((at) => !theirs.some(({ roster }) => isOnRoster(roster, at, town.utcOffsetMinutes)))
    expect(alone.map((at) => new Date(at).toISOString())).toEqual([])
  })

  test('[T13] telephone numbers are of a range that rings nobody, and nobody has two names', () => {
    expect(town.units.filter(({ phone }) => !phone || !/^1380000[0-9]{4}$/.test(phone))).toEqual([])
    expect(new Set(town.units.map((unit) => unit.name)).size).toBe(town.units.length)
  })
})

describe('the example town', () => {
  const town = read('example')

  test('[T11] it is what the generator draws from its seed, byte by byte', () => {
    expect(townText(exampleTown(2019)) === textOf('example')).toBe(true)
    expect(townText(exampleTown(2020)) === textOf('example')).toBe(false)
  })

  test('[T11] it is a whole town, and its file can still be read', () => {
    expect(town.communities.length).toBeGreaterThanOrEqual(10)
    expect(town.grids.length).toBeGreaterThanOrEqual(40)
    expect(town.buildings.length).toBeGreaterThanOrEqual(60)
    expect(town.units.length).toBeGreaterThanOrEqual(120)
    expect(town.roads.nodes.length).toBeGreaterThanOrEqual(300)
    expect(Buffer.byteLength(textOf('example'))).toBeLessThan(600_000)
  })

  test('[T11] every grid has a leader, and names that people say lead somewhere', () => {
    expect(town.grids.filter(({ leader }) => leader === null)).toEqual([])
    const plaza = town.buildings.filter(({ address }) => address === '钱江路58号')
    expect(plaza.map(({ name }) => name)).toContain('太和广场3幢')
    expect(town.places.find(({ aliases }) => aliases.includes('城市阳台主平台'))).toBeDefined()
  })

  test('[T11] the middle of every building lies in exactly its own grid', () => {
    const strays = town.buildings.filter((b) => gridAt(town, b.point)?.id !== b.grid)
    expect(strays.map((b) => b.name)).toEqual([])
  })

  test('[T11] no building is farther than 300 m from a road node that a car can reach', () => {
    const open = new Set(town.roads.edges.filter((edge) => !edge.walkOnly).flatMap(({ a, b }) => [a, b]))
    const nodes = town.roads.nodes.filter((_, i) => open.has(i))
    const far = town.buildings.filter((b) => nodes.every((node) => distanceM(node, b.point) > 300))
    expect(far.map((b) => b.name)).toEqual([])
  })
})

test('[T3] the least town of the description is a sound one', () => {
  const text = readFileSync(new URL('../../docs/town-file.md', import.meta.url), 'utf8')
  const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  expect(parseTown(JSON.parse(example))).toMatchObject({ ok: true, town: { id: 'qiaotou' } })
})
