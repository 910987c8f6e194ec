import { expect, test } from 'vitest'
import { knownProfiles } from './knownProfiles.ts'

test('[C51] in English the stage that ends with an acceptance is Accept, never the Transfer that gives an incident away', () => {
  const stages = knownProfiles.flatMap((profile) => profile.stages)
  const passedOn = stages.filter(({ nameZh }) => nameZh === '流转')
  expect(passedOn.map(({ nameEn, to }) => [nameEn, to])).toEqual(passedOn.map(() => ['Accept', 'accepted']))
  expect(passedOn.length).toBeGreaterThan(0)
  expect(stages.filter(({ nameEn }) => /transfer|hand/i.test(nameEn))).toEqual([])
})
