import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { AccountId, TownId, UnitId } from '../../shared/domain/ids.ts'
import { openAuth } from '../auth/auth.ts'
import { openKnex } from '../journal/database.ts'
import { openTownsOnly } from './openTownsOnly.ts'

const town = TownId.parse('qiaotou')
const v1 = UnitId.parse('V1')
const now = 1_780_000_000_000

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

test('[F31] the link of a unit that was dismissed opens nothing, and opens again when the unit is back', async () => {
  const knex = openKnex(':memory:')
  cleanUps.push(() => knex.destroy())
  const everyone = await openAuth({ knex, now: () => now, random: (bytes) => randomBytes(bytes), secret: randomBytes(32) })
  const enrolled = new Set([v1])
  const { links } = openTownsOnly(everyone, {
    isOpen: (id) => id === town,
    hasWall: () => false,
    hasUnit: (id, unit) => id === town && enrolled.has(unit),
  })
  const made = await links.create({ id: AccountId.parse('admin1'), role: 'admin', town }, v1, now + 3_600_000)
  if (!made.ok) throw new Error(made.why)

  expect(await links.unitOf(made.token)).toMatchObject({ ok: true, unit: v1 })
  enrolled.clear()
  expect(await links.unitOf(made.token)).toEqual({ ok: false, why: 'unknown' })
  enrolled.add(v1)
  expect(await links.unitOf(made.token)).toMatchObject({ ok: true })
})
