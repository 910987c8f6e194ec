import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { benchPassword } from './benchRoom.ts'
import { root } from './root.ts'

export type ServerProcess = { readonly child: ChildProcess; readonly address: string; readonly tookMs: number }

/** Starts the built server on a data folder; `tookMs` is from the start of the process to the line with its address. Needs `npm run build`. */
export const startProcess = (data: string) =>
  new Promise<ServerProcess>((resolve, reject) => {
    const begunAt = performance.now()
    const args = [join(root, 'dist/server/main.js'), '--port', '0', '--data', data]
    const env = { ...process.env, XIAONAO_EXAMPLE_PASSWORD: benchPassword }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^小脑 Xiaonao\s+(\S+)$/.exec(line)?.[1]
      if (address) resolve({ child, address, tookMs: performance.now() - begunAt })
    })
  })

export const killProcess = ({ child }: ServerProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

/** Resident memory in MB, as the system counts it. */
export const residentMb = async ({ child }: ServerProcess): Promise<number> => {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024
}
