import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Channel } from '../../shared/domain/actor.ts'
import { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'

/** Phrases parted by spaces; the notation is in `phrase.ts`. */
const Phrases = z.string()

/** Kind → weight → phrases. A negative weight speaks against the kind. */
export const Lexicon = z.record(KindCode, z.record(z.string().regex(/^-?[0-9]+(\.[0-9]+)?$/), Phrases)).readonly()
export type Lexicon = z.infer<typeof Lexicon>

/** 险情规则: what must never be weighed away. */
export const DangerRule = z
  .object({
    name: z.string().regex(/^[a-z0-9-]+$/),
    when: Phrases,
    /** Words that say it is not so: the fire is out, nobody is in the lift. */
    unless: Phrases,
    /** How strongly it speaks for a kind, in the weights of the lexicon. */
    leans: z.record(KindCode, z.number()),
    police: z.boolean(),
    critical: z.boolean(),
    /** A film crew, a drill or a kitchen may explain it away. */
    staged: z.boolean(),
    /** A matter of police that endangers nobody: a model that is all but sure it is none may say so. A danger yields only when it is told of the past. */
    yields: z.boolean(),
  })
  .readonly()
export type DangerRule = z.infer<typeof DangerRule>

export const Contexts = z
  .object({
    staged: Phrases,
    real: Phrases,
    past: Phrases,
    now: Phrases,
    /** 经询为, 虚惊, 演练 …: what was taken for a danger is something else; no danger rule stands against it. */
    corrections: Phrases,
    negators: z.array(z.string().min(1)).readonly(),
    questions: z.array(z.string().min(1)).readonly(),
    /** What may stand between a negator and the word it denies. */
    fillers: z.array(z.string().min(1)).readonly(),
    /** The kind of a report whose words say nothing: one that nobody drops unread. */
    fallback: KindCode,
    channels: z.partialRecord(Channel, z.record(KindCode, z.number())),
    /** How much rarer matters of police are on a channel than among the texts the model learnt from, in steps of log-odds. */
    policeShift: z.partialRecord(Channel, z.number()),
    /** What is likelier at some hours of the day, in steps of log-odds; over midnight when `to` is the smaller. */
    hours: z
      .array(
        z.object({ from: z.number().int().min(0).max(23), to: z.number().int().min(0).max(24), kinds: z.record(KindCode, z.number()) }),
      )
      .readonly(),
  })
  .readonly()
export type Contexts = z.infer<typeof Contexts>

export const Spelling = z
  .object({
    /** Pairs of a traditional and a simplified character. */
    traditional: z.array(z.string()).readonly(),
    /** What speech recognition hears, and what was said; always of equal length, so that marks stay where they are. */
    heard: z.record(z.string(), z.string()).refine((heard) => Object.entries(heard).every(([from, to]) => from.length === to.length)),
  })
  .readonly()
export type Spelling = z.infer<typeof Spelling>

/** Short word → the longer words, parted by spaces, in which it says nothing: 烧 in 烧烤. */
export const WholeWordList = z
  .record(z.string().min(1), z.string())
  .refine((list) =>
    Object.entries(list).every(([short, longer]) => longer.split(' ').every((word) => word !== short && word.includes(short))),
  )
  .readonly()
export type WholeWordList = z.infer<typeof WholeWordList>

/** A thing that people name in many ways → its phrases; the notation is in `phrase.ts`. */
export const Concepts = z.record(z.string().regex(/^[a-z0-9-]+$/), z.string()).readonly()
export type Concepts = z.infer<typeof Concepts>

/** Everything the brain knows that is not code. */
export type BrainData = {
  readonly lexicon: Lexicon
  /** What always wins. */
  readonly dangers: readonly DangerRule[]
  /** Looser words for the same dangers: the model weighs them, they decide nothing. */
  readonly hints: readonly DangerRule[]
  readonly concepts: Concepts
  readonly contexts: Contexts
  readonly spelling: Spelling
  readonly wholeWords: WholeWordList
}

const conceptFiles = ['concepts-danger.json', 'concepts-town.json'] as const
const lexiconFiles = ['lexicon-police.json', 'lexicon-disputes.json', 'lexicon-town.json'] as const
const otherFiles = ['dangers.json', 'hints.json', 'contexts.json', 'spelling.json', 'whole-words.json'] as const

/** Names of the files that make up the data. */
export const brainFiles: readonly string[] = [...conceptFiles, ...lexiconFiles, ...otherFiles]

/** Reads the brain's data from its folder; throws when a file is missing or breaks its schema, because the product ships them. */
export const loadBrainData = async (folder: string): Promise<BrainData> => {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const parts = await Promise.all(lexiconFiles.map(async (name) => Lexicon.parse(await read(name))))
  const concepts = await Promise.all(conceptFiles.map(async (name) => Concepts.parse(await read(name))))
  return {
    lexicon: Object.assign({}, ...parts) as Lexicon,
    dangers: z.array(DangerRule).parse(await read('dangers.json')),
    hints: z.array(DangerRule).parse(await read('hints.json')),
    concepts: Object.assign({}, ...concepts) as Concepts,
    contexts: Contexts.parse(await read('contexts.json')),
    spelling: Spelling.parse(await read('spelling.json')),
    wholeWords: WholeWordList.parse(await read('whole-words.json')),
  }
}
