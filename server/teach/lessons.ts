import type { LabelledText } from '../../shared/domain/narrative/corpusLine.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { isHeldBack } from './heldBack.ts'
import type { Example, ExampleReport } from './example.ts'

/** A report that no model learns from, with what a model's answer is measured against. */
export type Trial = ExampleReport & Pick<LabelledText, 'kinds' | 'policeNeeded' | 'critical'>

/** The room's examples, parted. */
export type Sides = { readonly taught: readonly Example[]; readonly heldBack: readonly Example[] }

export type Lessons = { readonly taught: readonly LabelledText[]; readonly trials: readonly Trial[] }

/** Newer examples say better what the room means by a kind, and a training must end while the shift lasts. */
export const mostExamples = 10_000

/** The same words however they are written: two callers may say exactly the same. */
const wordsOf = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

/** How it was said plays no part in learning; this stands for "as people talk". */
const style = 'speech'

const labelsOf = ({ kind, policeNeeded, critical }: Example) => ({ kinds: [kind] as const, policeNeeded, critical })

/** Three in four incidents to learn from, the rest to measure by; the newest, of kinds that the town has. */
export const sidesOf = (examples: readonly Example[], taxonomy: Taxonomy): Sides => {
  const codes = new Set(taxonomy.map(({ code }) => code))
  const newest = examples
    .filter(({ kind }) => codes.has(kind))
    .sort((a, b) => b.openedAt - a.openedAt || Number(b.incident.slice(2)) - Number(a.incident.slice(2)))
    .slice(0, mostExamples)
  const sides: { taught: Example[]; heldBack: Example[] } = { taught: [], heldBack: [] }
  for (const example of newest) sides[isHeldBack(example.incident) ? 'heldBack' : 'taught'].push(example)
  return sides
}

/**
 * What a training is given of them.
 *
 * Words that stand on both sides are only learnt: measured by them, a model that learns by heart would look wise.
 */
export const lessonsOf = (sides: Sides): Lessons => {
  const taught = sides.taught.flatMap((example) =>
    example.reports.map(({ text }): LabelledText => ({ text, style, places: [], ...labelsOf(example) })),
  )
  const learnt = new Set(taught.map(({ text }) => wordsOf(text)))
  const trials = sides.heldBack.flatMap((example) =>
    example.reports.filter(({ text }) => !learnt.has(wordsOf(text))).map((report): Trial => ({ ...report, ...labelsOf(example) })),
  )
  return { taught, trials }
}
