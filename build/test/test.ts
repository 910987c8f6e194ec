import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from '../browser/ensureBrowser.ts'
import { ensureDisplay } from '../browser/ensureDisplay.ts'
import { thisMachine } from '../browser/thisMachine.ts'
import { checkSteps, drawnReport, unitReport } from '../check/checkSteps.ts'
import { runProgram } from '../steps/runProgram.ts'
import { runSteps, type Ended, type Step } from '../steps/runSteps.ts'
import { vitestCommand } from '../steps/vitestCommand.ts'
import { countPlaywright, countVitest, none, stepCounts, sum, totalsLine, type Counts } from './counts.ts'

const root = join(import.meta.dirname, '../..')
const results = join(root, 'test-results')
const stormReport = 'test-results/storm.json'
const pageReport = 'test-results/pages.json'
const desktopReport = 'test-results/desktop.json'

/** Steps that owe a report of tests, and how each report is counted. */
const reports: Readonly<Record<string, (() => Counts | undefined) | undefined>> = {
  unit: () => read(unitReport, countVitest),
  drawn: () => read(drawnReport, countVitest),
  storm: () => read(stormReport, countVitest),
  pages: () => read(pageReport, countPlaywright),
  desktop: () => read(desktopReport, countPlaywright),
}

function read(path: string, count: (report: unknown) => Counts): Counts | undefined {
  if (!existsSync(join(root, path))) return undefined
  try {
    return count(JSON.parse(readFileSync(join(root, path), 'utf8')))
  } catch (error) {
    console.log(`${path} cannot be read: ${String(error)}`)
    return undefined
  }
}

const say = (line: string): void => console.log(line)
const now = (): number => performance.now()

const built: Step = { name: 'build', command: ['node', 'build/start/build.js'] }
const storm: Step = { name: 'storm', command: vitestCommand(['--config', 'vitest.storm.config.ts'], stormReport) }
const inBrowser = (part: 'pages' | 'desktop'): Step => ({ name: part, command: ['playwright', 'test'], env: { E2E_PART: part } })

/** Everything runs even after a red step, so that one run tells all there is to tell. What a browser does is shown as it happens. */
const play = (steps: readonly Step[], atOnce: number): Promise<readonly Ended[]> =>
  runSteps(steps, { run: (step) => runProgram(step, step.env ? 'show' : 'keep'), now, say, atOnce, afterRed: 'go-on' })

const startedAt = now()
rmSync(results, { recursive: true, force: true })
mkdirSync(results)
const browser = ensureBrowser(thisMachine)
// The desktop's tests open real windows; without one they fail, each with the reason.
ensureDisplay(thisMachine)
const checked = [...(await play(checkSteps, 2)), ...(await play([built], 1))]
// Pages leave half of two cores idle, and so do windows; a third at once would only make all of them wait for each other.
const withoutBrowser: readonly Ended[] = [{ name: 'pages', ok: false, tookMs: 0 }]
if (browser.kind === 'none') say(browser.reason)
const atWork =
  browser.kind === 'none' ? [withoutBrowser, await play([storm], 1)] : [await play([inBrowser('pages'), storm, inBrowser('desktop')], 2)]
const ended = [...checked, ...atWork.flat()]

const counted = ended.map(({ name, ok, tookMs }) => {
  const report = reports[name]
  return { name, ok, tookMs, counts: stepCounts(ok, report ? report() : none) }
})
const totals = sum(counted.map(({ counts }) => counts))
for (const { name, ok, tookMs, counts } of counted) {
  say(`${ok ? 'ok ' : 'RED'} ${name.padEnd(8)} ${(tookMs / 1000).toFixed(1).padStart(7)} s  ${totalsLine(counts)}`)
}
say(`${((now() - startedAt) / 1000).toFixed(0)} s in all`)
writeFileSync(join(results, 'totals.txt'), `${totalsLine(totals)}\n`)
say(totalsLine(totals))
process.exitCode = totals.failed > 0 || ended.some(({ ok }) => !ok) ? 1 : 0
