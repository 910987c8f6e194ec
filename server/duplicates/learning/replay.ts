import type { KindTraits } from '../compareTellings.ts'
import { openMatters } from '../openMatters.ts'
import type { Common } from '../rarity.ts'
import { learntSigns, probability } from '../signs.ts'
import type { ReadReport } from './eveningLessons.ts'
import type { Fit } from './fitWeights.ts'

type Wrong = { readonly id: string; readonly is: string | null; readonly said: string | null; readonly score: number }

/** How well an evening was told apart: duplicates called rightly, called at all, and told. */
export type Replayed = { readonly right: number; readonly called: number; readonly told: number; readonly wrong: readonly Wrong[] }

/** Lives through an evening as the command line does: what is called a duplicate becomes a part of its matter, rightly or not. */
export const replay = (
  traits: KindTraits,
  common: { readonly words: Common; readonly places: Common },
  evening: readonly ReadReport[],
  { bias, learnt }: Fit,
  from: number,
): Replayed => {
  const matters = openMatters<string>(traits, common)
  const ids: string[] = []
  const wrong: Wrong[] = []
  let [right, called, told] = [0, 0, 0]
  for (const { id, at, duplicateOf, telling } of evening) {
    let best = { of: null as string | null, score: 0 }
    for (const of of ids) {
      const matter = matters.get(of)
      if (!matter) continue
      for (const signs of matters.compare(telling, matter, at, null)) {
        const score = probability(learntSigns.reduce((sum, sign) => sum + learnt[sign] * signs[sign], bias))
        if (score > best.score) best = { of, score }
      }
    }
    const said = best.score >= from ? best.of : null
    if (said !== null) called += 1
    if (duplicateOf !== null) told += 1
    if (said !== null && said === duplicateOf) right += 1
    if (said !== duplicateOf) wrong.push({ id, is: duplicateOf, said, score: best.score })
    matters.set(said ?? id, [...(said === null ? [] : (matters.get(said)?.tellings ?? [])), telling], at)
    if (said === null) ids.push(id)
  }
  return { right, called, told, wrong }
}

export const sumOf = (all: readonly Replayed[]): Omit<Replayed, 'wrong'> => ({
  right: all.reduce((sum, one) => sum + one.right, 0),
  called: all.reduce((sum, one) => sum + one.called, 0),
  told: all.reduce((sum, one) => sum + one.told, 0),
})
