import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldBeginning, type BeginEvent, type Beginning } from './beginning.ts'
import { aRoomBegun, aRoomThere } from './testing/looks.ts'
import { walks } from './testing/walks.ts'

/** What a person does, or a desktop that is well answers, to get on from a step. */
const onwards = ({ step, asks }: Beginning): BeginEvent => {
  switch (step.at) {
    case 'choosing':
      return { kind: 'machine-chosen', town: 'example' }
    case 'comparing':
      return { kind: 'went-back' }
    case 'ready':
      return { kind: 'enter-wished' }
    case 'looking':
    case 'trusting':
    case 'joining':
      return { kind: 'looked', ask: asks, look: aRoomThere }
    case 'starting':
      return { kind: 'begun', ask: asks, begun: aRoomBegun }
    case 'entering':
      return { kind: 'entered', ask: asks }
  }
}

const people = ['choosing', 'comparing', 'ready']
const waits = ({ at }: Beginning['step']): boolean => !people.includes(at)

test('[Y9] from wherever a walk has led, at most four moves lead into a room; walks lead to every step', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(walks, (moves) => {
      for (let { now } of moves) {
        seen.add(now.step.at)
        for (let more = 0; now.step.at !== 'entering' && more < 4; more++) now = foldBeginning(now, onwards(now))
        expect(now.step.at).toBe('entering')
      }
    }),
    { numRuns: 500 },
  )
  expect([...seen].toSorted()).toEqual(['choosing', 'comparing', 'entering', 'joining', 'looking', 'ready', 'starting', 'trusting'])
})

test('[Y9] whatever waits for the desktop is over when the desktop fails, and then waits for a person', () => {
  fc.assert(
    fc.property(walks, (moves) => {
      for (const { now } of moves) {
        if (waits(now.step)) expect(waits(foldBeginning(now, { kind: 'failed', ask: now.asks }).step)).toBe(false)
      }
    }),
  )
})

test('[Y10] an answer to an earlier ask changes nothing, and a new ask is made just when a step begins to wait', () => {
  fc.assert(
    fc.property(walks, (moves) => {
      for (const { before, event, now } of moves) {
        if ('ask' in event && event.ask !== before.asks) expect(now).toBe(before)
        const begins = now !== before && waits(now.step)
        expect(now.asks - before.asks).toBe(begins ? 1 : 0)
      }
    }),
  )
})

test('[Y4] [Y5] nothing is trusted but by a person who was shown it, and a changed one only with its end typed', () => {
  let times = 0
  fc.assert(
    fc.property(walks, (moves) => {
      for (const { before, event, now } of moves) {
        if (now.step.at !== 'trusting' || before.step.at === 'trusting') continue
        expect([event.kind, before.step.at]).toEqual(['certificate-trusted', 'comparing'])
        if (before.step.at !== 'comparing') continue
        expect(now.step.shown).toBe(before.step.shown)
        if (!now.step.shown.isChanged) continue
        expect(before.step.proof).toBe('F9960BD3')
        times += 1
      }
    }),
    // Always the same walks: some of them come to a changed certificate with its end typed, which few do.
    { numRuns: 500, seed: 7 },
  )
  expect(times).toBeGreaterThan(0)
})

test('[Y8] what a room was begun with stays on the page until it is entered', () => {
  fc.assert(
    fc.property(walks, (moves) => {
      for (const { before, now } of moves) {
        const { step } = before
        if ((step.at === 'ready' || step.at === 'entering') && step.begun !== null) expect(now.step).toMatchObject({ begun: step.begun })
      }
    }),
  )
})
