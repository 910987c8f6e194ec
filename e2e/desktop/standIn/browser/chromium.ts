import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { stillArgs } from '../../../../build/browser/browserArgs.ts'
import { findBrowser } from '../../../../build/browser/findBrowser.ts'
import { cdp, type Cdp } from './cdp.ts'
import { messages } from './messages.ts'

export type Chromium = {
  readonly cdp: Cdp
  /** Where a second client (Playwright) finds the same browser. */
  readonly endpoint: string
  readonly pid: number
  readonly stop: () => Promise<void>
  /** Resolves when the process has ended, whoever ended it. */
  readonly gone: Promise<unknown>
}

export type ChromiumStart = {
  readonly profile: string
  /** The loopback port that answers for every `*.localhost` page. */
  readonly pagesPort: number
  readonly switches: readonly string[]
}

const argsOf = ({ profile, pagesPort, switches }: ChromiumStart): readonly string[] => [
  ...stillArgs,
  // Our own wire. Chromium ends by itself when it breaks, so it never outlives the main process, even one killed outright.
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  `--user-data-dir=${profile}`,
  `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${pagesPort}`,
  // Otherwise Chromium may leave full screen by itself a second or two after a window opened, on a machine that is busy.
  '--kiosk',
  '--no-startup-window',
  '--keep-alive-for-test',
  '--no-default-browser-check',
  '--lang=zh-CN',
  '--disable-infobars',
  '--disable-features=Translate,MediaRouter,GlobalMediaControls,HttpsUpgrades',
  '--disable-backgrounding-occluded-windows',
  '--password-store=basic',
  '--force-device-scale-factor=1',
  '--autoplay-policy=no-user-gesture-required',
  ...switches,
]

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000)
      const found = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`Chromium ended at once (${String(code)}): ${said}`)))
    child.once('error', reject)
  })
}

const closeWithinMs = 5000

export async function startChromium(start: ChromiumStart): Promise<Chromium> {
  const program = findBrowser(process.env)
  if (!program) throw new Error('No Chromium found; XIAONAO_CHROMIUM can name one.')
  const child = spawn(program, argsOf(start), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const gone = once(child, 'exit')
  const toBrowser = child.stdio[3] as Writable
  const fromBrowser = child.stdio[4] as Readable
  const client = cdp((message) => void toBrowser.write(`${message}\0`))
  toBrowser.on('error', client.end)
  fromBrowser.on('data', messages(client.receive))
  fromBrowser.on('close', client.end)
  const endpoint = await endpointOf(child)
  return {
    cdp: client,
    endpoint,
    pid: child.pid ?? 0,
    gone,
    stop: async () => {
      // Asked, it writes down what its pages keep; a browser that does not listen is ended.
      client.browser.send('Browser.close').catch(() => undefined)
      const late = setTimeout(() => child.kill('SIGKILL'), closeWithinMs)
      await gone
      clearTimeout(late)
    },
  }
}
