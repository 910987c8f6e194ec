import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { unitOf } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import type { TownFile } from '../../shared/domain/town/town.ts'
import { startServer, type RunningServer } from '../server.ts'
import { readSettings } from '../settings.ts'

const root = join(import.meta.dirname, '../..')
const minimal = JSON.parse(await readFile(join(root, 'resources/town/minimal.json'), 'utf8')) as TownFile
const [p1, v1] = ['P1', 'V1'].map((id) => UnitId.parse(id)) as [UnitId, UnitId]
const night = [{ days: [1, 2, 3], fromMinute: 1200, toMinute: 480 }]

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const aPlace = async () => {
  const data = await mkdtemp(join(tmpdir(), 'town-file-'))
  cleanUps.push(() => rm(data, { recursive: true }))
  const file = join(data, 'town.json')
  const settled = readSettings(['--port', '0', '--data', data, '--town', file, '--log-level', 'silent'], {})
  if (!settled.ok) throw new Error(settled.problem)
  /** Starts with the file as written and stops again; the board as it was left. */
  const startWith = async (text: string) => {
    await writeFile(file, text)
    const server: RunningServer = await startServer(settled.settings, { root })
    try {
      const [town] = server.towns.values()
      return town?.desk.kept() ?? expect.fail('no town')
    } finally {
      await server.close()
    }
  }
  return { startWith }
}

const textOf = (units: TownFile['units']) => JSON.stringify({ ...minimal, units })

test('[T20] a start takes over who is in the file, who is no longer in it, and who is back', async () => {
  const { startWith } = await aPlace()
  await startWith(textOf(minimal.units))
  const changed = minimal.units.filter(({ id }) => id !== v1).map((unit) => (unit.id === p1 ? { ...unit, roster: night } : unit))
  const without = await startWith(textOf(changed))
  expect(unitOf(without, v1)).toBeUndefined()
  expect(unitOf(without, p1)?.definition.roster).toEqual(night)
  expect(without.shiftLog[0]?.text).toContain(`${v1} `)

  expect((await startWith(textOf(changed))).position).toBe(without.position)
  expect(unitOf(await startWith(textOf(minimal.units)), v1)?.definition.name).toBe(minimal.units.find(({ id }) => id === v1)?.name)
})

test('[T20] a file that is unreadable or unsound starts no room and dismisses nobody', async () => {
  const { startWith } = await aPlace()
  const before = await startWith(textOf(minimal.units))
  for (const broken of ['{', '', '{}', textOf(minimal.units.map((unit) => ({ ...unit, grids: ['G9999'] })))]) {
    await expect(startWith(broken)).rejects.toThrow('town.json')
  }
  const after = await startWith(textOf(minimal.units))
  expect([...values(after.units)]).toEqual([...values(before.units)])
  expect(after.position).toBe(before.position)
})
