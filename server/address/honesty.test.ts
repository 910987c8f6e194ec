import { beforeAll, expect, test } from 'vitest'
import { distanceM } from '../../shared/domain/geo/point.ts'
import { addressBook } from './addressBook.ts'
import { exampleBook } from './testing/exampleBook.ts'
import { dice, sayingOf, soundAlikes } from './testing/sayings.ts'
import { townRegistry, withoutBlock } from './townRegistry.ts'

/** Confidence from here up to the next; few texts end far below one half. */
const bounds = [0, 0.45, 0.8, 0.9, 1.01]
const texts = 4_000
const fewest = 100

type Outcome = { readonly confidence: number; readonly isRight: boolean }

let example: Awaited<ReturnType<typeof exampleBook>>
beforeAll(async () => {
  example = await exampleBook()
})

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/**
 * The first candidate with a point, for texts over the town of which the book does not know one estate in eight: right is
 * when the place that was meant lies within the candidate's radius.
 */
const outcomes = (seed: number): readonly Outcome[] => {
  const { town, table, sounds } = example
  const chance = dice(seed)
  const unknown = new Set([...new Set(town.buildings.map(({ name }) => withoutBlock(name)))].filter(() => chance.next() < 0.125))
  const book = addressBook(
    townRegistry({ ...town, buildings: town.buildings.filter(({ name }) => !unknown.has(withoutBlock(name))) }),
    sounds,
  )
  const facts = { town, alike: soundAlikes(table), chance }
  return Array.from({ length: texts }, () => sayingOf(facts)).flatMap(({ text, at }) => {
    const found = book.find(text).find(({ place }) => place.point)
    const { point = null } = found?.place ?? {}
    return found && point ? [{ confidence: found.confidence, isRight: distanceM(point, at) <= found.radiusM }] : []
  })
}

test.each([1, 2019, 7])(
  '[B68] of places found, about as many are right as their confidence says, and hardly ever fewer (seed %i)',
  (seed) => {
    const all = outcomes(seed)
    expect(all.length).toBeGreaterThan(texts * 0.8)
    const buckets = bounds.slice(1).map((below, i) => all.filter(({ confidence }) => confidence >= (bounds[i] ?? 0) && confidence < below))
    const judged = buckets
      .filter(({ length }) => length >= fewest)
      .map((some) => ({ said: mean(some.map(({ confidence }) => confidence)), right: mean(some.map(({ isRight }) => (isRight ? 1 : 0))) }))
    expect(judged.length).toBeGreaterThanOrEqual(3)
    for (const { said, right } of judged) {
      expect(right, JSON.stringify(judged)).toBeGreaterThan(said - 0.06)
      expect(right, JSON.stringify(judged)).toBeLessThan(said + 0.25)
    }
    // Surer is righter, from one bucket to the next.
    const rights = judged.map(({ right }) => right)
    expect(rights[0]).toBeLessThan(rights.at(-1) ?? 0)
  },
)
