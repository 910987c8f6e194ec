import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadBrainData } from '../classify/brainData.ts'
import { evidenceReader } from '../classify/evidence.ts'
import { readCorpus } from '../classify/learning/corpusFiles.ts'
import { fingerprintOf } from '../classify/learning/fingerprint.ts'
import { learnModel } from '../classify/learning/learnModel.ts'
import { loadHearing } from '../classify/loadLearnt.ts'
import { featureReader } from '../classify/model/features.ts'
import { writeModel } from '../classify/model/modelFile.ts'
import { learnPlaces, placeTraining } from '../classify/place/learnPlaces.ts'
import { placeFeatureReader } from '../classify/place/placeFeatures.ts'
import { writeChain } from '../classify/place/placeFile.ts'
import { plainText } from '../classify/plainText.ts'
import { readTownFiles } from './townFiles.ts'

/** The seed of the models that ship. */
const shippedSeed = 20_261_126

const usage = '用法 usage: npm run train [-- --only kinds|places] [--seed N] [--out FOLDER]'

const { values } = parseArgs({ options: { out: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } })
const seed = Number(values.seed ?? shippedSeed)
const resources = join(process.cwd(), 'resources')
const folder = join(resources, 'brain')
const out = values.out ?? folder

const keep = async (name: string, file: Buffer, about: string) => {
  await writeFile(join(out, name), file)
  console.log(`${join(out, name)}: ${file.length} bytes, ${about}`)
}

/** Learns from the corpus what ships: minutes of one core. The same corpus and seed give the same files. */
const run = async (): Promise<number> => {
  if (!Number.isInteger(seed) || !['kinds', 'places', undefined].includes(values.only)) {
    console.error(usage)
    return 2
  }
  const { taxonomy } = await readTownFiles(resources, null)
  const data = await loadBrainData(folder)
  const { sounds, placeWords } = await loadHearing(folder)
  const { sources, fingerprint } = await readCorpus(join(resources, 'corpus'))
  for (const { name, texts, isLikeTheRoom } of sources)
    console.log(`${name}: ${texts.length} texts${isLikeTheRoom ? ', over all kinds' : ''}`)
  if (values.only !== 'kinds') {
    const [plain, read] = [plainText(data.spelling), placeFeatureReader(sounds, placeWords)]
    const lessons = sources.flatMap(({ texts }) => texts.map(({ text, places }) => ({ features: read(plain(text)), places })))
    await keep('places.bin', writeChain(learnPlaces(lessons, { ...placeTraining, seed })), `${lessons.length} texts`)
  }
  if (values.only !== 'places') {
    const reader = { evidence: evidenceReader(taxonomy, data), features: featureReader(sounds) }
    const model = learnModel(sources, taxonomy, reader, { seed, corpus: await fingerprintOf(folder, fingerprint) }, { tell: console.log })
    await keep('model.bin', writeModel(model), `${model.hashes.length} features, ${JSON.stringify(model.calibration)}`)
  }
  return 0
}

process.exitCode = await run()
