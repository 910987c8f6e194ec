import type { LabelledText } from '../../../shared/domain/narrative/corpusLine.ts'
import type { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Evidence } from '../evidence.ts'
import type { Features, Signals } from '../model/features.ts'
import type { Model, Origin } from '../model/model.ts'
import { forward, scratchOf, type Network } from '../model/network.ts'
import { inputOf, vocabularyOf, type Vocabulary } from '../model/vocabulary.ts'
import { calibrate, type HeldBack } from './calibrate.ts'
import { trainNetwork, type Lesson } from './trainNetwork.ts'

/** Texts of one hand: alike among themselves, so they are learnt from or judged by together. */
export type Source = {
  readonly name: string
  readonly texts: readonly LabelledText[]
  /** Its texts are like what a room hears, over all kinds: the calibration is fitted to them. */
  readonly isLikeTheRoom: boolean
  /** How much each of its texts counts; 1 where nothing is said. */
  readonly weight?: number
}

export type Reader = {
  readonly evidence: (text: string) => Evidence
  readonly features: (plain: string, signals: Signals) => Features
}

/** How a model is made. Found on the texts of writers who were left out; see `docs/decisions`. */
export const recipe = {
  width: 64,
  epochs: 12,
  rate: 0.1,
  leftOut: 0.4,
  leftOutInside: 0.2,
  /** A feature seen in fewer texts says more of its writer than of the matter. */
  seenInTexts: 3,
  /** With 64 numbers a row this keeps the file under ten megabytes. */
  mostRows: 130_000,
  /** Times the texts are shared out, so that each is judged once by a model that has not read its writer. */
  folds: 3,
} as const

export type Recipe = { readonly [key in keyof typeof recipe]: number }

type Read = LabelledText & {
  readonly features: Features
  readonly policeByRule: boolean
  readonly criticalByRule: boolean
  readonly weight: number
}
type ReadSource = Omit<Source, 'texts'> & { readonly texts: readonly Read[] }

const readAll = (sources: readonly Source[], { evidence, features }: Reader): readonly ReadSource[] =>
  sources.map((source) => ({
    ...source,
    texts: source.texts.map((text) => {
      const { plain, signals, dangers } = evidence(text.text)
      return {
        ...text,
        features: features(plain, signals),
        policeByRule: dangers.fired.some(({ rule }) => rule.police),
        criticalByRule: dangers.fired.some(({ rule, past }) => rule.critical && !past),
        weight: source.weight ?? 1,
      }
    }),
  }))

/** Features worth a row: those seen in enough texts, the commonest first; every signal has one. */
const hashesOf = (texts: readonly Read[], { seenInTexts, mostRows }: Recipe): Uint32Array => {
  const seen = new Map<number, number>()
  const signals = new Set<number>()
  for (const { features } of texts) {
    for (const hash of features.runs.keys()) seen.set(hash, (seen.get(hash) ?? 0) + 1)
    for (const hash of features.signals.keys()) signals.add(hash)
  }
  const runs = [...seen]
    .filter(([hash, count]) => count >= seenInTexts && !signals.has(hash))
    .sort(([a, seenA], [b, seenB]) => seenB - seenA || a - b)
    .slice(0, Math.max(0, mostRows - signals.size))
    .map(([hash]) => hash)
  return Uint32Array.from([...signals, ...runs]).sort()
}

/** The first kind is best; others that are accepted share the rest. */
const firstShare = 0.75

const lessonOf = (text: Read, vocabulary: Vocabulary, kinds: ReadonlyMap<KindCode, number>): Lesson => {
  const known = text.kinds.flatMap((kind) => kinds.get(kind) ?? [])
  const others = known.length - 1
  return {
    input: inputOf(vocabulary, text.features),
    kinds: known.map((kind, i) => [kind, others === 0 ? 1 : i === 0 ? firstShare : (1 - firstShare) / others]),
    police: text.policeNeeded ? 1 : 0,
    critical: text.critical ? 1 : 0,
    weight: text.weight,
  }
}

type Fitted = { readonly hashes: Uint32Array; readonly vocabulary: Vocabulary; readonly network: Network }

const fit = (texts: readonly Read[], kinds: ReadonlyMap<KindCode, number>, recipe: Recipe, seed: number): Fitted => {
  const hashes = hashesOf(texts, recipe)
  const vocabulary = vocabularyOf(hashes)
  const lessons = texts.map((text) => lessonOf(text, vocabulary, kinds))
  return { hashes, vocabulary, network: trainNetwork(lessons, { ...recipe, seed, rows: hashes.length, kinds: kinds.size }) }
}

const heldBackOf = (texts: readonly Read[], { vocabulary, network }: Fitted, kinds: ReadonlyMap<KindCode, number>): readonly HeldBack[] => {
  const scratch = scratchOf(network)
  return texts.map((text) => ({
    sums: forward(network, inputOf(vocabulary, text.features), scratch).slice(),
    kinds: text.kinds.flatMap((kind) => kinds.get(kind) ?? []),
    police: text.policeNeeded,
    critical: text.critical,
    policeByRule: text.policeByRule,
    criticalByRule: text.criticalByRule,
  }))
}

/**
 * Learns a model from sources: first without each third of them in turn, to see how sure it may be of words it has not read,
 * then from all. The same sources, recipe and seed give the same model.
 */
export const learnModel = (
  sources: readonly Source[],
  kindCodes: readonly KindCode[],
  reader: Reader,
  origin: Omit<Origin, 'texts'>,
  { tell = () => undefined, how = recipe }: { readonly tell?: (line: string) => void; readonly how?: Recipe } = {},
): Model => {
  const kinds = new Map(kindCodes.map((kind, i) => [kind, i]))
  const read = readAll(sources, reader)
  const texts = read.flatMap((source) => source.texts)
  const held = Array.from({ length: how.folds }, (_, fold) => {
    const isHeld = (i: number) => i % how.folds === fold
    const likeTheRoom = read.filter(({ isLikeTheRoom }, i) => isHeld(i) && isLikeTheRoom).flatMap((source) => source.texts)
    if (likeTheRoom.length === 0) return []
    const fitted = fit(
      read.filter((_source, i) => !isHeld(i)).flatMap((source) => source.texts),
      kinds,
      how,
      origin.seed + fold + 1,
    )
    tell(`fold ${fold + 1} of ${how.folds}: judged by ${likeTheRoom.length} texts`)
    return heldBackOf(likeTheRoom, fitted, kinds)
  }).flat()
  const { hashes, network } = fit(texts, kinds, how, origin.seed)
  return { kinds: kindCodes, hashes, network, calibration: calibrate(held, kindCodes.length), origin: { ...origin, texts: texts.length } }
}
