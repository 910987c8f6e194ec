import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Only the example town's accounts can be given one. */
export const password = 'tide-at-eighth-moon'

const addressLine = /^小脑 Xiaonao\s+(\S+)$/

/** A server process that may be killed and started again on the same data, as a room's machine may be. */
export type RunningRoom = {
  readonly address: () => string
  readonly data: string
  /** As a power cut: no farewell. */
  readonly kill: () => Promise<void>
  /** Starts it again, on the same port. */
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

const serverFile = join(import.meta.dirname, '../../dist/server/main.js')
const root = join(import.meta.dirname, '../..')

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())))

const launch = (data: string, port: string, extra: readonly string[]) =>
  new Promise<{ readonly child: ChildProcess; readonly address: string }>((resolve, reject) => {
    const args = [serverFile, '--port', port, '--data', data, ...extra]
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, XIAONAO_EXAMPLE_PASSWORD: password },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = addressLine.exec(line)?.[1]
      if (address) resolve({ child, address })
    })
  })

/** Starts a server as its users do, in a folder of its own, on a free port. */
export const startRoom = async (...extra: readonly string[]): Promise<RunningRoom> => {
  const data = await mkdtemp(join(tmpdir(), 'xiaonao-'))
  let { child, address } = await launch(data, '0', extra)
  const port = new URL(address).port
  return {
    address: () => address,
    data,
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    start: async () => void ({ child, address } = await launch(data, port, extra)),
    close: async () => {
      child.kill('SIGTERM')
      await ended(child)
      await rm(data, { recursive: true, force: true })
    },
  }
}
