import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import { browserArgs } from '../build/browser/browserArgs.ts'
import { findBrowser } from '../build/browser/findBrowser.ts'
import { protocolVersion } from '../shared/contracts/version.ts'
import { TownId } from '../shared/domain/ids.ts'
import { benchId, benchPassword } from './benchRoom.ts'
import { growBusyTown } from './grownJournal.ts'
import { quantile, printRows, type BenchRow } from './row.ts'
import { killProcess, startProcess, type ServerProcess } from './serverProcess.ts'

const perSecond = 50
/** Ten minutes as the claim says, or shorter for a look: BENCH_PAGE_S. */
const seconds = Number(process.env['BENCH_PAGE_S'] ?? 600)

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
  const headers = { 'content-type': 'application/json', 'x-xiaonao': '1' }
  const sockets: Socket[] = []
  for (const account of ['operator2', 'dispatcher1']) {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ account, password: benchPassword }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    sockets.push(io(address, { transports: ['websocket'], forceNew: true, auth: { protocol: protocolVersion }, extraHeaders: { cookie } }))
  }
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

/** Main-thread work of a console with 2,000 open incidents at 50 events a second, and its heap over the span. Needs `npm run build` and a browser. */
export const consolePageBench = async (): Promise<BenchRow[]> => {
  const data = await mkdtemp(join(tmpdir(), 'bench-page-'))
  await growBusyTown(data, TownId.parse('sijijiang'), 200, 2_000, Date.now())
  const server = await startProcess(data)
  const executablePath = findBrowser(process.env)
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) })
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await signIn(page, server)
    await after(10_000)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const idleFrom = await metrics(session)
    await after(10_000)
    const idleTo = await metrics(session)
    const idleMsPerSecond = (idleTo.taskMs - idleFrom.taskMs) / 10
    const say = await speaker(server)
    const first = await settled(session)
    const perEvent: number[] = []
    let last = await metrics(session)
    for (let second = 0; second < seconds; second += 1) {
      const begunAt = performance.now()
      for (let n = 0; n < perSecond; n += 1) {
        say(second * perSecond + n)
        const wait = begunAt + ((n + 1) * 1_000) / perSecond - performance.now()
        if (wait > 0) await after(wait)
      }
      const here = await metrics(session)
      perEvent.push((here.taskMs - last.taskMs) / perSecond)
      last = here
    }
    const end = await settled(session)
    const heap = `heap ${first.heapMb.toFixed(0)} → ${end.heapMb.toFixed(0)} MB over ${seconds} s`
    return [
      {
        what: 'console, 2,000 open, 50 events/s: main-thread work per event',
        measured: quantile(perEvent, 0.5),
        unit: 'ms',
        target: 4,
        ceiling: idleMsPerSecond / perSecond,
        note: `p95 ${quantile(perEvent, 0.95).toFixed(1)} ms; ceiling: the same page without events`,
      },
      { what: 'console: growth of heap', measured: end.heapMb - first.heapMb, unit: 'MB', target: 10, ceiling: null, note: heap },
    ]
  } finally {
    await browser.close()
    await killProcess(server)
    await rm(data, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(printRows(await consolePageBench()))
