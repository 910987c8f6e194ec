import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serverExit } from '../../shared/contracts/serverExit.ts'

const root = join(import.meta.dirname, '../..')

/** The code that the server's process ends with on this port. */
const endOn = async (port: number): Promise<unknown> => {
  const data = await mkdtemp(join(tmpdir(), 'port-taken-'))
  onTestFinished(() => rm(data, { recursive: true }))
  const args = ['--host', '127.0.0.1', '--port', String(port), '--data', data, '--log-level', 'silent']
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'server/main.ts'), ...args], { cwd: root, stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

test('[Y19] whoever starts the server is told by its exit that the port was taken, since another one would do then', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void squatter.close())
  await once(squatter, 'listening')
  const { port } = squatter.address() as { port: number }
  expect(await endOn(port)).toBe(serverExit.portTaken)
})
