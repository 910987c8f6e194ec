import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type PackedServer = { readonly address: string; readonly stop: () => Promise<void> }

const addressLine = /^小脑 Xiaonao\s+(\S+)$/

/** Starts the server from a packed tree as the desktop does, with Node in the place of Electron's own. */
export const runPackedServer = (root: string, data: string): Promise<PackedServer> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/server/main.js', '--port', '0', '--data', data], {
      cwd: root,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ended = new Promise<void>((gone) => child.once('exit', () => gone()))
    child.once('exit', (code) => reject(new Error(`The packed server ended with ${code}: ${said}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = addressLine.exec(line)?.[1]
      if (address) resolve({ address, stop: () => (child.kill('SIGTERM'), ended) })
    })
  })
