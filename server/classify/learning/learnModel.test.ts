import { expect, test } from 'vitest'
import type { LabelledText } from '../../../shared/domain/narrative/corpusLine.ts'
import type { Evidence } from '../evidence.ts'
import { featureReader } from '../model/features.ts'
import type { Model } from '../model/model.ts'
import { writeModel } from '../model/modelFile.ts'
import { modelReader } from '../model/modelReader.ts'
import { fewSounds } from '../testing/fewSounds.ts'
import { learnModel, type Reader, type Recipe, type Source } from './learnModel.ts'

const tiny: Recipe = {
  members: 2,
  membersJudged: 1,
  width: 4,
  epochs: 8,
  rate: 0.1,
  leftOut: 0.2,
  leftOutInside: 0,
  seenInTexts: 2,
  mostRows: 400,
  folds: 3,
}

const evidence = (text: string): Evidence => ({
  plain: text,
  around: { denied: () => false, past: () => false, staged: () => false, stagedSpans: [] },
  harmless: [],
  dangers: { fired: [], muted: [] },
  kinds: new Map(),
  signals: new Map(text.length < 6 ? [['short', 0.2]] : []),
})
const features = featureReader(fewSounds)
const reader: Reader = { evidence, features }

const taxonomy = [
  { code: 'C01', nature: 'civil' },
  { code: 'P01', nature: 'police' },
] as const

/** The words of a writer for the two kinds. */
type Words = { readonly lost: string; readonly robbed: string }
const common: Words = { lost: '钱包找不到了', robbed: '有人持刀抢走' }
const own: readonly Words[] = [
  { lost: '东西丢在车里', robbed: '被歹徒夺去了' },
  { lost: '落下一只皮箱', robbed: '劫匪把我打晕' },
  { lost: '遗失身份证件', robbed: '强盗冲进店铺' },
]

/** Texts begin with a character of their own; every writer has the same ones, or his own. */
const textOf = (words: Words, i: number, first: number): LabelledText => ({
  text: `${String.fromCharCode(first + i)}${i % 2 === 0 ? words.lost : words.robbed}`,
  kinds: [i % 2 === 0 ? 'C01' : 'P01'],
  style: 'speech',
  policeNeeded: i % 2 === 1,
  critical: i % 2 === 1,
  places: [],
})

const writers = (wordsOf: (writer: number) => Words): readonly Source[] =>
  [0, 1, 2].map((writer) => ({
    name: `w${writer}`,
    texts: Array.from({ length: 20 }, (_, i) => textOf(wordsOf(writer), i, wordsOf(writer) === common ? 0x5000 : 0x5000 + 20 * writer)),
    isLikeTheRoom: true,
  }))

const learn = (sources: readonly Source[], seed = 1, tell?: (line: string) => void) =>
  learnModel(sources, taxonomy, reader, { seed, corpus: 'made' }, tell ? { how: tiny, tell } : { how: tiny })

const ask = (model: Model, text: string) => {
  const { plain, signals } = evidence(text)
  return modelReader(model, (kind) => (kind === 'P01' ? 'police' : 'civil'))(features(plain, signals))
}

test('[B77] the same texts and seed give the same file to the byte, another seed another', () => {
  const sources = writers(() => common)
  expect(writeModel(learn(sources)).equals(writeModel(learn(sources)))).toBe(true)
  expect(writeModel(learn(sources, 2)).equals(writeModel(learn(sources)))).toBe(false)
})

test('[B77] what it learnt it says of texts that it has not read', () => {
  const model = learn(writers(() => common))
  expect(model).toMatchObject({ kinds: ['C01', 'P01'], origin: { seed: 1, corpus: 'made', texts: 60 } })
  expect(ask(model, '刚才有人持刀抢走手机').kinds.get('P01')).toBeGreaterThan(0.9)
  expect(ask(model, '公交上钱包找不到了').kinds.get('C01')).toBeGreaterThan(0.9)
})

test('[B78] a model that was right of every writer it had not read may be sure', () => {
  const model = learn(writers(() => common))
  expect(ask(model, '有人持刀抢走手机').police).toBeGreaterThan(0.9)
})

test('[B78] writers who share no words: none of their own texts was learnt from where they were judged, and it is not sure', () => {
  const model = learn(writers((writer) => own[writer] as Words))
  // It has learnt these very words in the end; what it may believe of them was measured without them.
  expect(ask(model, '被歹徒夺去了').police).toBeLessThan(0.75)
})

test('[B78] it is judged by writers who write as a room hears, and by no others', () => {
  const told: string[] = []
  learn(
    writers(() => common).map((source, i) => ({ ...source, isLikeTheRoom: i === 1 })),
    1,
    (line) => told.push(line),
  )
  expect(told.filter((line) => line.startsWith('part'))).toEqual(['part 2 of 3, judged by 20 texts'])
})

test('[B78] a single writer, a kind that the town does not have and no text at all break nothing', () => {
  const [alone] = writers(() => common) as readonly [Source]
  expect(learn([alone]).origin.texts).toBe(20)
  const foreign = { ...alone, texts: alone.texts.map((text) => ({ ...text, kinds: ['X99'] as const })) }
  expect(learn([alone, foreign]).kinds).toEqual(['C01', 'P01'])
  expect(learn([]).origin.texts).toBe(0)
})

test('[B77] a run of characters has a row from so many texts on, a signal always, and rows are limited', () => {
  const sources = writers(() => common)
  const { hashes } = learn(sources)
  expect([...hashes]).toEqual([...hashes].sort((a, b) => a - b))
  expect(hashes.length).toBeLessThanOrEqual(tiny.mostRows)
  // The first character of each text is its own within a writer, and comes three times over all of them.
  const rows = (seenInTexts: number, mostRows = tiny.mostRows) =>
    learnModel(sources, taxonomy, reader, { seed: 1, corpus: '' }, { how: { ...tiny, seenInTexts, mostRows } }).hashes.length
  expect(rows(4)).toBeLessThan(rows(3))
  expect(rows(61)).toBe(0)
  expect(rows(2, 5)).toBe(5)
})
