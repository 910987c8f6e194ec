import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import type { Socket } from 'socket.io-client'
import { browserArgs } from '../build/browser/browserArgs.ts'
import { findBrowser } from '../build/browser/findBrowser.ts'
import { TownId } from '../shared/domain/ids.ts'
import { benchId, benchPassword } from './benchRoom.ts'
import { breachEverything, cookieFor, openSocket } from './breachEverything.ts'
import { growBusyTown } from './grownJournal.ts'
import { quantile, type BenchRow } from './row.ts'
import { killProcess, startProcess, type ServerProcess } from './serverProcess.ts'

const perSecond = 50
/** Ten minutes as the claim says, or shorter for a look: BENCH_PAGE_S. */
const seconds = Number(process.env['BENCH_PAGE_S'] ?? 600)

/** By then every incident has been changed once, and weighs what a changed one weighs: what grows after that is a leak. */
const touchAllSeconds = 60

const args = [...browserArgs, '--js-flags=--expose-gc']

const signIn = async (page: Page, { address }: ServerProcess) => {
  await page.goto(address)
  await page.locator('input').first().fill('operator1')
  await page.locator('input[type=password]').fill(benchPassword)
  await page.keyboard.press('Enter')
  await page.getByText('实时').waitFor({ timeout: 60_000 })
}

const metrics = async (session: CDPSession) => {
  const { metrics: all } = await session.send('Performance.getMetrics')
  const value = (name: string) => all.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { taskMs: value('TaskDuration') * 1_000, scriptMs: value('ScriptDuration') * 1_000, heapMb: value('JSHeapUsedSize') / 1e6 }
}

const settled = async (session: CDPSession) => {
  await session.send('HeapProfiler.collectGarbage')
  return metrics(session)
}

/** Notes, takings and confirmations on open incidents, from a console without a screen. */
const speaker = async ({ address }: ServerProcess) => {
  const sockets: Socket[] = []
  for (const account of ['operator2', 'dispatcher1']) sockets.push(openSocket(address, await cookieFor(address, account)))
  return (n: number) => {
    const incident = `E-${1001 + ((n * 37) % 2_000)}`
    const note = { type: 'incident.note', incident, text: `第 ${n} 次记录` }
    const command =
      n % 3 === 0
        ? { type: 'incident.take', incident }
        : n % 3 === 1
          ? { type: 'incident.release', incident: `E-${1001 + (((n - 1) * 37) % 2_000)}` }
          : note
    sockets[n % 3 === 2 ? 1 : 0]?.emit('command:do', { id: benchId(), command }, () => undefined)
  }
}

/** What a span leaves behind in the page's heap, by a forced collection at both ends; MB a minute. */
const growthOver = async (session: CDPSession, span: () => Promise<unknown>) => {
  const first = await settled(session)
  await span()
  const end = await settled(session)
  const perMinute = ((end.heapMb - first.heapMb) * 60) / seconds
  return { perMinute, said: `${first.heapMb.toFixed(1)} → ${end.heapMb.toFixed(1)} MB` }
}

/**
 * Main-thread work of a console with 2,000 open incidents at 50 events a second, and the growth of its heap, beside
 * the same page over as long a span without events. All limits have passed and all alarms stand at the top, so that
 * nothing happens but what the bench says. Needs `npm run build` and a browser.
 */
export const consolePageBench = async (): Promise<BenchRow[]> => {
  const data = await mkdtemp(join(tmpdir(), 'bench-page-'))
  await growBusyTown(data, TownId.parse('sijijiang'), 200, 2_000, Date.now())
  const server = await startProcess(data)
  const executablePath = findBrowser(process.env)
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) })
  try {
    const alarms = await breachEverything(server.address)
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await signIn(page, server)
    await after(10_000)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    let idleMsPerSecond = 0
    const idle = await growthOver(session, async () => {
      const from = await metrics(session)
      await after(seconds * 1_000)
      idleMsPerSecond = ((await metrics(session)).taskMs - from.taskMs) / seconds
    })
    const say = await speaker(server)
    const perEvent: number[] = []
    let said = 0
    const sayForASecond = async () => {
      const begunAt = performance.now()
      for (let n = 1; n <= perSecond; n += 1) {
        say(said++)
        const wait = begunAt + (n * 1_000) / perSecond - performance.now()
        if (wait > 0) await after(wait)
      }
    }
    for (let second = 0; second < touchAllSeconds; second += 1) await sayForASecond()
    const busy = await growthOver(session, async () => {
      let last = await metrics(session)
      for (let second = 0; second < seconds; second += 1) {
        await sayForASecond()
        const here = await metrics(session)
        perEvent.push((here.taskMs - last.taskMs) / perSecond)
        last = here
      }
    })
    const state = `2,000 open, ${alarms.toLocaleString('en')} alarms, 50 events/s`
    return [
      {
        what: `console, ${state}: main-thread work per event`,
        measured: quantile(perEvent, 0.5),
        unit: 'ms',
        target: 4,
        ceiling: idleMsPerSecond / perSecond,
        note: `p95 ${quantile(perEvent, 0.95).toFixed(1)} ms; ceiling: the same page without events`,
      },
      {
        what: `console, ${state}: growth of heap`,
        measured: busy.perMinute,
        unit: 'MB/min',
        target: 1,
        ceiling: idle.perMinute,
        note: `${busy.said} over ${seconds} s, collected at both ends; ceiling: the same page without events, ${idle.said}`,
      },
    ]
  } finally {
    await browser.close()
    await killProcess(server)
    await rm(data, { recursive: true })
  }
}
