import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { duplicateLine } from '../duplicateLine.ts'
import { duplicatePart } from './duplicatePart.ts'
import { haikouPart } from './haikouPart.ts'
import { share } from './intervals.ts'
import { rowsOf, tableOf, worstOf } from './report.ts'
import { judging } from './judging.ts'
import { scoresOf } from './scores.ts'
import { callsSet, evenings, haikouOrders, judgeSets, narrativeSet } from './sets.ts'
import { spanScores } from './spanScores.ts'

/** Data for evaluation stands beside the project where it is at hand. */
const outsideFolder = '../shared/data'
/** The seed of what the intervals draw. */
const seed = 1

const resources = join(process.cwd(), 'resources')
const { brain, see, judge } = await judging(resources)

const parts: string[] = []
const tell = (text: string) => {
  parts.push(text)
  console.log(`${text}\n`)
}

tell(`# What the brain's answers are worth

Made by \`npm run evaluate\`. Intervals are Wilson's for shares and percentile bootstraps for the others. The models learnt from
\`resources/corpus/*.tsv\`; no model has read any set below. Police needed and critical are the answers as they reach the room: rules and
model together. Sets that are not part of the product are measured where they are at hand.`)

const outside = await callsSet(outsideFolder)
const sets = [...(outside ? [outside] : []), ...(await judgeSets(resources)), await narrativeSet(resources)]
for (const { name, about, isOurs, examples } of sets) {
  const began = performance.now()
  const rows = examples.map(judge)
  const perSecond = rows.length / ((performance.now() - began) / 1_000)
  const random = seededRandom(seed)
  const pairs = examples.flatMap(({ text, place }) => (place === null ? [] : [{ said: brain.saidIn(text), right: place }]))
  const spans = spanScores(pairs, random)
  tell(`## ${name}: ${about} (${rows.length})`)
  tell(
    tableOf([
      ...rowsOf(scoresOf(rows, random)),
      { what: 'address span, F1 of whole spans', measured: spans.exact, floor: '≥ 0.85' },
      { what: 'address span, F1 of characters', measured: spans.byCharacter, floor: '' },
    ]),
  )
  tell(`${Math.round(perSecond).toLocaleString('en')} texts a second, one after the other, as measured in this run.`)
  tell(`The worst mistakes:\n\n${worstOf(rows, 20, isOurs)}`)
  if (!isOurs) console.log(`In words, not written down:\n\n${worstOf(rows, 20, true)}\n`)
}

tell(duplicatePart(await evenings(resources, outsideFolder), () => duplicateLine(brain.duplicates)))

const orders = await haikouOrders(outsideFolder)
if (orders) tell(haikouPart(orders, (text) => see(text, '12345'), share))
await writeFile('docs/evaluation.md', `${parts.join('\n\n')}\n`)
