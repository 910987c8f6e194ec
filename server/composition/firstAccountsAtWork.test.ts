import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openKnex } from '../journal/database.ts'
import { startServer } from '../server.ts'
import { readSettings } from '../settings.ts'

const root = join(import.meta.dirname, '../..')

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const aFolder = async () => {
  const data = await mkdtemp(join(tmpdir(), 'first-accounts-'))
  cleanUps.push(() => rm(data, { recursive: true }))
  const start = async (tree: string, ...flags: readonly string[]) => {
    const read = readSettings(['--port', '0', '--data', data, '--log-level', 'silent', ...flags], {})
    if (!read.ok) throw new Error(read.problem)
    const server = await startServer(read.settings, { root: tree })
    cleanUps.push(server.close)
    return server
  }
  const accounts = async () => {
    const knex = openKnex(join(data, 'room.db'))
    const rows = await knex('account').select<{ id: string }[]>('id')
    await knex.destroy()
    return rows.map(({ id }) => id)
  }
  return { start, accounts }
}

/** A tree that lacks what the example town lives by: its start fails as the last thing of all. */
const withoutStories = async () => {
  const tree = await mkdtemp(join(tmpdir(), 'first-accounts-tree-'))
  cleanUps.push(() => rm(tree, { recursive: true }))
  const resources = join(tree, 'resources')
  await mkdir(resources)
  for (const name of await readdir(join(root, 'resources')))
    if (name !== 'narratives') await symlink(join(root, 'resources', name), join(resources, name))
  return tree
}

test('[Y19] a first start that fails as the room begins leaves no account; the next one tells them with their password', async () => {
  const { start, accounts } = await aFolder()
  await expect(start(await withoutStories(), '--demo')).rejects.toThrow('narratives')
  expect(await accounts()).toEqual([])
  const { firstAccounts } = await start(root)
  expect(firstAccounts.map(({ id }) => id)).toContain('operator1')
  expect(await accounts()).toHaveLength(firstAccounts.length)
})
