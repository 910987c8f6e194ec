import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { TownId } from '../../shared/domain/ids.ts'
import { openKnex } from '../journal/database.ts'
import { openAuth } from './auth.ts'
import { makeFirstAccounts } from './firstAccounts.ts'
import { readSecret, systemRandom } from './secret.ts'

const aRoomWithoutPeople = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'auth-halfway-'))
  const knex = openKnex(join(folder, 'people.db'))
  onTestFinished(async () => {
    await knex.destroy()
    await rm(folder, { recursive: true })
  })
  const needs = { knex, now: () => 1_780_000_000_000, random: systemRandom }
  await openAuth({ ...needs, secret: await readSecret(join(folder, 'secret'), systemRandom) })
  return needs
}

test('[Y19] the first accounts are all made or none: what fails halfway leaves none that nobody knows the password of', async () => {
  const needs = await aRoomWithoutPeople()
  const { knex } = needs
  await knex.raw(`CREATE TRIGGER full BEFORE INSERT ON account WHEN NEW.id = 'leader1' BEGIN SELECT RAISE(ABORT, 'disk is full'); END`)
  const make = () => makeFirstAccounts({ ...needs, town: TownId.parse('siji'), isExampleTown: true, examplePassword: null })
  await expect(make()).rejects.toThrow('disk is full')
  await knex.raw('DROP TRIGGER full')
  expect(await make()).toHaveLength(7)
})
