import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Size } from 'electron'
import { connectToX } from './standIn/x/xConnection.ts'

export type Xvfb = {
  /** What DISPLAY must say. */
  readonly display: string
  readonly close: () => Promise<void>
}

/** An X server that draws into memory, on a number nobody uses. It ends with the process that started it, however that ends. */
export async function startXvfb({ width, height }: Size): Promise<Xvfb> {
  const screen = ['-screen', '0', `${width}x${height}x24`]
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-terminate', '-ac'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const gone = once(server, 'exit')
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const failed = Promise.race([once(server, 'error'), gone]).then((why): never => {
    throw new Error(`Xvfb could not start (${String(why[0])}): ${said}`)
  })
  const [number] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), failed])) as [Buffer]
  failed.catch(() => undefined)
  const display = `:${number.toString().trim()}`
  // With -terminate the server ends when its last client leaves: this connection is the one that stays.
  const held = await connectToX(display)
  return {
    display,
    close: async () => {
      held.close()
      server.kill()
      await gone
    },
  }
}
