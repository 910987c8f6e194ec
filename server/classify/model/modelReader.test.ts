import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featuresOf } from '../testing/featuresOf.ts'
import { someModel } from '../testing/someModel.ts'
import type { Model } from './model.ts'
import { modelReader } from './modelReader.ts'

const natureOf = (kind: string) => (kind.startsWith('P') ? 'police' : 'civil')

/** Texts of features that the model knows, and of one that it does not. */
const someFeatures = ({ hashes }: Model) => fc.array(fc.constantFrom(...hashes, 7), { maxLength: 8 }).map((hashes) => featuresOf(hashes))
const asked = someModel.chain((model) => fc.tuple(fc.constant(model), someFeatures(model), someFeatures(model)))

test('[B44] whatever the model and the text: the kinds sum to 1, police and life lie between 0 and 1', () => {
  fc.assert(
    fc.property(asked, ([model, features]) => {
      const { kinds, police, critical } = modelReader(model, natureOf)(features)
      expect([...kinds.keys()]).toEqual(model.kinds)
      expect([...kinds.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
      for (const one of [...kinds.values(), police, critical]) expect(one >= 0 && one <= 1).toBe(true)
    }),
  )
})

test('[B44] the same words always get the same, whatever was asked in between', () => {
  fc.assert(
    fc.property(asked, ([model, one, other]) => {
      const ask = modelReader(model, natureOf)
      const told = ({ kinds, police, critical, knowsNothing, wordsFor }: ReturnType<typeof ask>) => ({
        kinds,
        police,
        critical,
        knowsNothing,
        words: [...model.kinds, 'police' as const, 'critical' as const].map(wordsFor),
      })
      const first = ask(one)
      const then = told(first)
      ask(other)
      expect(told(first)).toEqual(then)
      expect(told(ask(one))).toEqual(then)
    }),
  )
})

test('[B44] the model says when it knows nothing of a text', () => {
  fc.assert(
    fc.property(someModel, (model) => {
      fc.pre(!model.hashes.includes(7))
      const ask = modelReader(model, natureOf)
      expect(ask(featuresOf([7])).knowsNothing).toBe(true)
      expect(ask(featuresOf([7, model.hashes[0] as number])).knowsNothing).toBe(false)
    }),
  )
})
