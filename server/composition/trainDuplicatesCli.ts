import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { eveningLine, type EveningReport } from '../../shared/domain/narrative/eveningLine.ts'
import { labelledLines } from '../../shared/domain/narrative/labelledLines.ts'
import { loadBrainData } from '../classify/brainData.ts'
import { classifier } from '../classify/classifier.ts'
import { readCorpus } from '../classify/learning/corpusFiles.ts'
import { loadLearnt } from '../classify/loadLearnt.ts'
import { kindTraits } from '../duplicates/kindTraits.ts'
import { commonPairs } from '../duplicates/learning/commonPairs.ts'
import { eveningLessons, type ReadReport } from '../duplicates/learning/eveningLessons.ts'
import { fitWeights } from '../duplicates/learning/fitWeights.ts'
import { replay, sumOf } from '../duplicates/learning/replay.ts'
import { commonBySound, type LearntDuplicates } from '../duplicates/learntDuplicates.ts'
import { readPlace } from '../duplicates/saidPlace.ts'
import { soundPairs } from '../duplicates/soundPairs.ts'
import { tellingReader } from '../duplicates/telling.ts'
import { placeWords } from './placeWords.ts'
import { readTownFiles } from './townFiles.ts'

/** What no written evening tells, in log-odds: one house or one spot is much, another end of the town is an end of it. */
const byHand = {
  'same-building': 3.6,
  'same-spot': 3.6,
  'same-grid': 0.6,
  'far-off': -5,
  'other-grid': -2,
  'same-phone': 2.6,
  'near-kind-there': 2.9,
  'other-door': -1.6,
} as const

/** Where nobody is asked, as judged on evenings left out in turn: a report that is lost in another matter costs more than one that is read twice. */
const decidesFrom = 0.4
const tried = [0.2, 0.25, 0.3, 0.35, decidesFrom, 0.45, 0.5, 0.6, 0.7]

const { values } = parseArgs({ options: { out: { type: 'string' }, show: { type: 'boolean' } } })
const resources = join(process.cwd(), 'resources')
const folder = join(resources, 'brain')
const { taxonomy } = await readTownFiles(resources, null)
const learnt = await loadLearnt(folder)
const { hear, placesIn } = classifier(taxonomy, await loadBrainData(folder), learnt)

const { sources } = await readCorpus(join(resources, 'corpus'))
const texts = sources.flatMap((source) => source.texts)
const said = texts.map(({ text, places }) => places.map(([start, end]) => readPlace(text.slice(start, end)).names).join('，'))
const counted = { words: commonPairs(texts.map(({ text }) => text)), places: commonPairs(said.filter((names) => names !== '')) }

const pairsOf = soundPairs(learnt.sounds)
const common = { words: commonBySound(counted.words, pairsOf), places: commonBySound(counted.places, pairsOf) }
const traits = kindTraits(taxonomy)
const read = tellingReader({ pairsOf, kinds: taxonomy.map(({ code }) => code) })

const readReport = (report: EveningReport): ReadReport & { readonly text: string } => {
  const { text } = report
  return { ...report, telling: read(text, { ...hear(text), places: placeWords(placesIn, text) }) }
}
const eveningFolder = join(resources, 'corpus/evenings')
const files = (await readdir(eveningFolder)).filter((name) => name.endsWith('.tsv')).sort()
const evenings = await Promise.all(
  files.map(async (name) => labelledLines(name, await readFile(join(eveningFolder, name), 'utf8'), eveningLine).map(readReport)),
)
const lessons = evenings.map((evening) => eveningLessons(traits, common, evening))

/** Each evening is judged by what the others teach. */
const heldBack = evenings.map((evening, i) => ({ evening, weights: fitWeights(lessons.filter((_, other) => other !== i).flat()) }))
for (const from of tried) {
  const results = heldBack.map(({ evening, weights }) => replay(traits, common, evening, weights, from))
  const { right, called, told } = sumOf(results)
  console.log(
    `${from}: precision ${(right / called).toFixed(3)} (${right}/${called}), recall ${(right / told).toFixed(3)} (${right}/${told})`,
  )
  if (values.show && from === decidesFrom) {
    for (const { id, is, said: answer, score } of results.flatMap(({ wrong }) => wrong))
      console.log(`  ${id}: is ${is ?? '-'}, called ${answer ?? '-'} (${score.toFixed(2)})`)
  }
}

const reports = evenings.flat()
const file: LearntDuplicates = {
  learntFrom: { reports: reports.length, duplicates: reports.filter(({ duplicateOf }) => duplicateOf !== null).length },
  decidesFrom,
  ...fitWeights(lessons.flat()),
  byHand,
  ...counted,
}
const out = values.out ?? join(folder, 'duplicates.json')
await writeFile(out, `${JSON.stringify(file, null, 1)}\n`)
console.log(out)
