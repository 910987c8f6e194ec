import { expect, test } from 'vitest'
import { fewSounds } from '../testing/fewSounds.ts'
import { featureReader } from './features.ts'
import { hashOf } from './hash.ts'
import { textReader } from './runs.ts'

const read = featureReader(fewSounds)

test('[B48] what words and rules say goes to the model beside the characters, by name and with its strength', () => {
  const { reading, signals } = read(
    '着火',
    new Map([
      ['concept:fire', 0.5],
      ['concept:fire:denied', 1],
    ]),
  )
  expect(reading).toEqual(textReader(fewSounds)('着火'))
  expect(signals).toEqual(
    new Map([
      [hashOf('concept:fire', 3), 0.5],
      [hashOf('concept:fire:denied', 3), 1],
    ]),
  )
  expect(signals.size).toBe(2)
})

test('[B48] a signal is never taken for the word that is written like it', () => {
  const { reading, signals } = read('着火', new Map([['着火', 1]]))
  expect([...reading.hashes].filter((hash) => signals.has(hash))).toEqual([])
})
