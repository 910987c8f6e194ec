import { writeFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { soundsOf } from '../../shared/domain/language/sounds.ts'
import { loadBrainData } from '../classify/brainData.ts'
import { evidenceReader } from '../classify/evidence.ts'
import { readCorpus } from '../classify/learning/corpusFiles.ts'
import { learnModel } from '../classify/learning/learnModel.ts'
import { featureReader } from '../classify/model/features.ts'
import { writeModel } from '../classify/model/modelFile.ts'
import { readTownFiles } from './townFiles.ts'

/** The seed of the model that ships. */
const shippedSeed = 20_261_126

const { values } = parseArgs({ options: { out: { type: 'string' }, seed: { type: 'string' } } })
const resources = join(process.cwd(), 'resources')
const { taxonomy } = await readTownFiles(resources, null)
const data = await loadBrainData(join(resources, 'brain'))
const sounds = soundsOf(await readFile(join(resources, 'brain/pinyin.txt'), 'utf8'))
const { sources, fingerprint } = await readCorpus(join(resources, 'corpus'))
for (const { name, texts, isLikeTheRoom } of sources) console.log(`${name}: ${texts.length} texts${isLikeTheRoom ? ', over all kinds' : ''}`)
const model = learnModel(
  sources,
  taxonomy.map(({ code }) => code),
  { evidence: evidenceReader(taxonomy, data), features: featureReader(sounds) },
  { seed: Number(values.seed ?? shippedSeed), corpus: fingerprint },
  { tell: console.log },
)
const file = writeModel(model)
const out = values.out ?? join(resources, 'brain/model.bin')
await writeFile(out, file)
console.log(`${out}: ${model.hashes.length} features, ${file.length} bytes, ${JSON.stringify(model.calibration)}`)
