import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const cliFile = fileURLToPath(new URL('../cli.ts', import.meta.url))

/** Runs `npm run -s journal -- …` without npm; what it printed, said and ended with. */
export const runCli = async (...args: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', cliFile, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let words = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, words }
}
