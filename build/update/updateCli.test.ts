import { spawnSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = (program: string, ...given: readonly string[]) => {
  const told = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(import.meta.dirname, program), ...given], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status: told.status, said: told.stdout + told.stderr }
}

test('[U20] the administrator makes the room’s keys once and signs what the builder wrote; a desk with that key takes it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [hidden, open] = [join(folder, 'private.pem'), join(folder, 'update-key.pem')]
  const make = () => run('updateKey.ts', '--private', hidden, '--public', open)
  expect(make().status).toBe(0)
  expect(statSync(hidden).mode & 0o077).toBe(0)
  expect(createPublicKey(readFileSync(open)).asymmetricKeyType).toBe('ed25519')
  const before = readFileSync(hidden, 'utf8')
  expect(make()).toMatchObject({ status: 64, said: expect.stringContaining('already') })
  expect(readFileSync(hidden, 'utf8')).toBe(before)

  const sign = (key = hidden) => run('updateSign.ts', '--private', key, '--public', open, folder)
  expect(sign()).toMatchObject({ status: 64, said: expect.stringContaining('latest*.yml') })
  writeFileSync(join(folder, 'latest-linux.yml'), 'version: 0.2.0\n')
  expect(sign().status).toBe(0)
  expect(readFileSync(join(folder, 'latest-linux.yml.sig'), 'utf8')).toMatch(/^[A-Za-z0-9+/]{86}==\n$/)

  const other = join(folder, 'other.pem')
  run('updateKey.ts', '--private', other, '--public', join(folder, 'other.pub.pem'))
  expect(sign(other)).toMatchObject({ status: 64, said: expect.stringContaining('not the key') })
})

test.each(['updateKey.ts', 'updateSign.ts'])('[U20] %s says how it is called', (program) => {
  expect(run(program)).toMatchObject({ status: 64, said: expect.stringContaining('usage') })
})
