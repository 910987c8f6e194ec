import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadBrainData } from '../server/classify/brainData.ts'
import { classifier } from '../server/classify/classifier.ts'
import { evidenceReader } from '../server/classify/evidence.ts'
import { loadLearnt } from '../server/classify/loadLearnt.ts'
import { readModel } from '../server/classify/model/modelFile.ts'
import { loadTaxonomy } from '../server/taxonomy/loadTaxonomy.ts'
import { root } from './root.ts'
import { middleOf, type BenchRow } from './row.ts'

const rounds = 7
const folder = join(root, 'resources/brain')

/** Texts a second over all texts, the middle of the rounds; the first round warms up. */
const speedOf = (texts: readonly string[], work: (text: string) => unknown) => {
  const runs = Array.from({ length: rounds + 1 }, () => {
    const begunAt = performance.now()
    for (const text of texts) work(text)
    return (1_000 * texts.length) / (performance.now() - begunAt)
  })
  return middleOf(runs.slice(1))
}

/** What reading a report costs: texts a second on one core, and the model's file. The words and rules alone are the peer. */
export const brainBench = async (): Promise<readonly BenchRow[]> => {
  const loaded = await loadTaxonomy(join(root, 'resources/taxonomy/default.csv'))
  if (!loaded.ok) throw new Error('the shipped taxonomy cannot be read')
  const data = await loadBrainData(folder)
  const { classify } = classifier(loaded.taxonomy, data, await loadLearnt(folder))
  const lines = (await readFile(join(root, 'resources/corpus/judge/judge.tsv'), 'utf8')).split('\n').filter((line) => line !== '')
  const texts = lines.map((line) => (line.split('\t')[3] ?? '').replace(/[⟦⟧]/g, ''))
  const whole = speedOf(texts, (text) => classify({ text, channel: 'operator', code110: null, hour: null, earlier: [], sureFrom: 0.55 }))
  const words = speedOf(texts, evidenceReader(loaded.taxonomy, data))
  const file = join(folder, 'model.bin')
  const loads: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begunAt = performance.now()
    readModel(await readFile(file))
    loads.push(performance.now() - begunAt)
  }
  const load = middleOf(loads)
  return [
    {
      what: 'texts classified',
      measured: whole.median,
      unit: '/s',
      target: 2_000,
      ceiling: words.median,
      note: `${whole.spread}; the ceiling is words and rules without model and places`,
    },
    { what: 'model read from its file', measured: load.median, unit: 'ms', target: 300, ceiling: null, note: load.spread },
    { what: 'model file', measured: (await stat(file)).size / 1_000_000, unit: 'MB', target: 10, ceiling: null, note: '' },
  ]
}
