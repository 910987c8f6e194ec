import { setTimeout as after } from 'node:timers/promises'
import { startRoom } from '../../e2e/testing/runningRoom.ts'
import { standInOrigin } from '../../e2e/desktop/testing/deskTest.ts'
import { whichDesktop } from '../../e2e/desktop/launchDesktop.ts'
import { middleOf, type BenchRow } from '../row.ts'
import { bareBrowser } from './bareBrowser.ts'
import { arrange, desktopOfFour, pageOf } from './desktopOfFour.ts'
import { memoryOf } from './memoryOf.ts'
import { regions } from './ofFour.ts'
import { countPositions } from './positions.ts'
import { messagesPerSelection } from './selections.ts'

const runs = 5
const others = regions.length - 1
/** Until what a page does after it has opened is done: maps are drawn, caches are filled. */
const settle = () => after(8_000)
const watchedS = 20

const which = whichDesktop(process.env)
const on = which.kind === 'electron' ? `on ${which.program}` : which.why

// A room as it is in the demonstration: incidents come in, units move about.
const room = await startRoom('--page-origin', standInOrigin, '--demo')
const rows: BenchRow[] = []

const bare = await bareBrowser(room.address())
const desk = await desktopOfFour(room.address())
const startsBare: number[] = []
const starts: number[] = []
for (let run = 0; run < runs; run += 1) {
  startsBare.push(await bare.startAll())
  await bare.stop()
  starts.push(await desk.startAll())
}
const [bareStart, start] = [middleOf(startsBare), middleOf(starts)]
rows.push({
  what: `start to all four windows live, against a bare browser with the same four pages`,
  measured: start.median / bareStart.median,
  unit: 'times',
  target: 1.5,
  ceiling: 1,
  note: `desktop ${start.spread} ms; bare ${bareStart.spread} ms; in turns; ${on}`,
})

const pages = await Promise.all(regions.map((region) => pageOf(desk.desktop, region)))
const { perSelection, selections } = await messagesPerSelection(pages)
rows.push({
  what: 'messages between four windows for one selection',
  measured: perSelection,
  unit: '',
  target: 1,
  ceiling: null,
  note: `counted over ${selections} selections, in all four pages`,
})

const map = (await desk.desktop.windows()).find(({ url }) => url.endsWith('region=map'))
const counting = await countPositions(await pageOf(desk.desktop, 'map'))
const whileSeen = await counting.over(watchedS)
await desk.desktop.control('window.minimize', map?.id ?? 0)
// What is under way still arrives.
await after(1_000)
const whileHidden = await counting.over(watchedS)
await desk.desktop.control('window.restore', map?.id ?? 0)
await after(1_000)
const seenAgain = await counting.over(watchedS)
rows.push({
  what: `messages with positions to a map whose window is put away, in ${watchedS} s`,
  measured: whileHidden,
  unit: '',
  target: 0,
  ceiling: null,
  note: `${whileSeen} in as long while it was seen, ${seenAgain} when it was seen again`,
})

await desk.startOne()
await settle()
const deskOne = memoryOf(desk.userData)
await arrange(desk.desktop, regions)
await settle()
const deskFour = memoryOf(desk.userData)
await desk.close()

await bare.startOne()
await settle()
const bareOne = memoryOf(bare.profile)
await bare.openOthers()
await settle()
const bareFour = memoryOf(bare.profile)
await bare.close()
await room.close()

const more = (deskFour - deskOne) / others
const moreBare = (bareFour - bareOne) / others
rows.push({
  what: 'memory of one window more, against a page more of the bare browser',
  measured: more / moreBare,
  unit: 'times',
  target: 1.2,
  ceiling: 1,
  note: `desktop ${deskOne.toFixed(0)} → ${deskFour.toFixed(0)} MB, bare ${bareOne.toFixed(0)} → ${bareFour.toFixed(0)} MB for ${others} windows more (PSS); ${on}`,
})
console.log(JSON.stringify(rows))
