import type { LabelledText } from '../../../shared/domain/narrative/corpusLine.ts'
import { isPoliceNature } from '../../../shared/domain/incident/weight.ts'
import type { Kind, KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Evidence } from '../evidence.ts'
import type { Features, Signals } from '../model/features.ts'
import type { Model, Origin } from '../model/model.ts'
import { membersReader } from '../model/members.ts'
import { inputOf, vocabularyOf, type Vocabulary } from '../model/vocabulary.ts'
import { calibrate, type HeldBack } from './calibrate.ts'
import { joinMembers } from './joinMembers.ts'
import { memberSeed } from './memberSeed.ts'
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
  /** Three that learnt apart are right more often together than one three times as wide; a fourth adds nothing that can be measured. */
  members: 3,
  /** Fewer will do to see how sure a model may be. */
  membersJudged: 2,
  width: 28,
  epochs: 12,
  rate: 0.1,
  leftOut: 0.5,
  leftOutInside: 0.2,
  /** A feature seen in fewer texts says more of its writer than of the matter. */
  seenInTexts: 3,
  /** More of them would be so rare that they say little, and each must be fetched from memory. */
  mostRows: 80_000,
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
const hashesOf = (texts: readonly Read[], { seenInTexts, mostRows }: Recipe): Int32Array => {
  const seen = new Map<number, number>()
  const signals = new Set<number>()
  for (const { features } of texts) {
    for (const hash of new Set(features.reading.hashes)) seen.set(hash, (seen.get(hash) ?? 0) + 1)
    for (const hash of features.signals.keys()) signals.add(hash)
  }
  const runs = [...seen]
    .filter(([hash, count]) => count >= seenInTexts && !signals.has(hash))
    .sort(([a, seenA], [b, seenB]) => seenB - seenA || a - b)
    .slice(0, Math.max(0, mostRows - signals.size))
    .map(([hash]) => hash)
  return Int32Array.from([...signals, ...runs]).sort()
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

type Fitted = Omit<Model, 'calibration' | 'origin'>

const fit = (
  texts: readonly Read[],
  codes: readonly KindCode[],
  how: Recipe,
  seed: number,
  members: number,
  onMember: () => void,
): Fitted => {
  const hashes = hashesOf(texts, how)
  const vocabulary = vocabularyOf(hashes)
  const kinds = new Map(codes.map((code, i) => [code, i]))
  const lessons = texts.map((text) => lessonOf(text, vocabulary, kinds))
  const networks = Array.from({ length: members }, (_, member) => {
    const network = trainNetwork(lessons, { ...how, seed: memberSeed(seed, member), rows: hashes.length, kinds: codes.length })
    onMember()
    return network
  })
  return { kinds: codes, hashes, ...joinMembers(networks) }
}

const heldBackOf = (texts: readonly Read[], fitted: Fitted): readonly HeldBack[] => {
  const vocabulary = vocabularyOf(fitted.hashes)
  const read = membersReader(fitted)
  return texts.map((text) => ({
    means: read(inputOf(vocabulary, text.features)).means,
    kinds: text.kinds.map((kind) => fitted.kinds.indexOf(kind)).filter((k) => k >= 0),
    police: text.policeNeeded,
    critical: text.critical,
    policeByRule: text.policeByRule,
    criticalByRule: text.criticalByRule,
  }))
}

type Options = {
  /** Told in words how it goes on. */
  readonly tell?: (line: string) => void
  /** Called when one of the members has learnt: `folds` times `membersJudged`, then `members` times. */
  readonly onMember?: () => void
  readonly how?: Recipe
}

/**
 * Learns a model from sources: first without each third of them in turn, to see how sure it may be of words it has not read,
 * then from all. The same sources, recipe and seed give the same model.
 */
export const learnModel = (
  sources: readonly Source[],
  taxonomy: readonly Pick<Kind, 'code' | 'nature'>[],
  reader: Reader,
  origin: Omit<Origin, 'texts'>,
  { tell = () => undefined, onMember = () => undefined, how = recipe }: Options = {},
): Model => {
  const codes = taxonomy.map(({ code }) => code)
  const read = readAll(sources, reader)
  const texts = read.flatMap((source) => source.texts)
  const held = Array.from({ length: how.folds }, (_, fold) => {
    const isHeld = (i: number) => i % how.folds === fold
    const likeTheRoom = read.filter(({ isLikeTheRoom }, i) => isHeld(i) && isLikeTheRoom).flatMap((source) => source.texts)
    if (likeTheRoom.length === 0) return []
    tell(`part ${fold + 1} of ${how.folds}, judged by ${likeTheRoom.length} texts`)
    const others = read.filter((_source, i) => !isHeld(i)).flatMap((source) => source.texts)
    return heldBackOf(likeTheRoom, fit(others, codes, how, origin.seed + fold + 1, how.membersJudged, onMember))
  }).flat()
  tell(`all ${texts.length} texts`)
  const fitted = fit(texts, codes, how, origin.seed, how.members, onMember)
  const calibration = calibrate(
    held,
    taxonomy.map(({ nature }) => isPoliceNature(nature)),
    tell,
  )
  return { ...fitted, calibration, origin: { ...origin, texts: texts.length } }
}
