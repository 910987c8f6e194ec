import type { EveningReport } from '../../../shared/domain/narrative/eveningLine.ts'
import type { KindTraits } from '../compareTellings.ts'
import { openMatters } from '../openMatters.ts'
import type { Common } from '../rarity.ts'
import { compareNumbers, type SaidPlace } from '../saidPlace.ts'
import type { Telling } from '../telling.ts'
import type { Lesson } from './fitWeights.ts'

/** A report of an evening, read. */
export type ReadReport = Pick<EveningReport, 'id' | 'at' | 'duplicateOf'> & { readonly telling: Telling }

/** The same report, but that it says: this is another one. Few evenings have such callers, and there is no doubt about them. */
const saidToBeAnother = (telling: Telling): Telling => ({ ...telling, remarks: { ...telling.remarks, another: true } })

type Commons = { readonly words: Common; readonly places: Common }

/** The same report with one number changed that its matter also has: another house, and so another matter. */
const nextDoor = (telling: Telling, others: SaidPlace['numbers']): Telling | null => {
  const [sort] = compareNumbers(telling.numbers, others).alike.filter((one) => ['building', 'house', 'room', 'hall'].includes(one))
  if (!sort) return null
  const [number = ''] = telling.numbers.get(sort) ?? []
  return {
    ...telling,
    numbers: new Map([...telling.numbers, [sort, new Set([/^[0-9]+$/.test(number) ? String(Number(number) + 2) : 'z'])]]),
  }
}

/** What an evening teaches: each report against every matter that was open when it came. */
export const eveningLessons = (traits: KindTraits, common: Commons, evening: readonly ReadReport[]): readonly Lesson[] => {
  const matters = openMatters<string>(traits, common)
  const ids: string[] = []
  const lessons: Lesson[] = []
  for (const { id, at, duplicateOf, telling } of evening) {
    for (const of of ids) {
      const matter = matters.get(of)
      if (!matter) continue
      const isSame = of === duplicateOf
      lessons.push({ isSame, compared: matters.compare(telling, matter, at, null) })
      for (const other of isSame ? [nextDoor(telling, matter.numbers), saidToBeAnother(telling)] : []) {
        if (other) lessons.push({ isSame: false, compared: matters.compare(other, matter, at, null) })
      }
    }
    const first = duplicateOf ?? id
    matters.set(first, [...(matters.get(first)?.tellings ?? []), telling], at)
    if (duplicateOf === null) ids.push(id)
  }
  return lessons
}
