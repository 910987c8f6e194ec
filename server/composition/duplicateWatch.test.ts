import { expect, test } from 'vitest'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import type { DuplicateFinder } from '../duplicates/duplicateFinder.ts'
import type { MatterFacts } from '../duplicates/matterFacts.ts'
import { duplicateWatch } from './duplicateWatch.ts'

/** A finder that remembers what it was told. */
const tellTale = () => {
  const matters = new Map<string, MatterFacts>()
  const finder: DuplicateFinder = {
    add: (facts) => void matters.set(facts.id, facts),
    remove: (id) => void matters.delete(id),
    propose: () => [],
  }
  return { finder, matters }
}

test('[B106] what a person confirmed is compared as certain from then on, also where nothing was changed', () => {
  const story = boardBuilder()
  const incident = story.report({ assessment: { kind: 'C02', confidence: 0.4 } })
  const { finder, matters } = tellTale()
  const watch = duplicateWatch(finder, story.board())
  expect(matters.get(incident)?.kindConfidence).toBe(0.4)
  const before = story.events().length
  story.say({ type: 'incident.classify', incident })
  watch.look(story.events().slice(before), story.board())
  expect(matters.get(incident)?.kindConfidence).toBe(1)
})

test('[B106] what has ended is compared no more, and what was open at the start is', () => {
  const story = boardBuilder()
  const [one, other] = [story.report({}), story.report({})]
  const { finder, matters } = tellTale()
  const watch = duplicateWatch(finder, story.board())
  expect([...matters.keys()]).toEqual([one, other])
  const before = story.events().length
  story.say({ type: 'incidents.merge', into: one, incidents: [other] })
  watch.look(story.events().slice(before), story.board())
  expect([...matters.keys()]).toEqual([one])
  expect(matters.get(one)?.texts).toHaveLength(2)
})
