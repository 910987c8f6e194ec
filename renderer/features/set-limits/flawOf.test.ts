import { describe, expect, test } from 'vitest'
import { knownProfiles } from '../../../shared/domain/sla/knownProfiles.ts'
import type { SlaProfile, Stage } from '../../../shared/domain/sla/profile.ts'
import { flawOf, freeId } from './flawOf.ts'

const [known] = knownProfiles
if (!known) throw new Error('There is a known profile')
const withStage = (changes: Partial<Stage>): SlaProfile => ({
  ...known,
  stages: known.stages.map((stage, at) => (at === 0 ? { ...stage, ...changes } : stage)),
})

describe('the limits editor', () => {
  test('[P21] published profiles have no flaw', () => {
    expect(knownProfiles.map(flawOf)).toEqual(knownProfiles.map(() => null))
  })

  test.each([
    [{ id: 'scene' }, { flaw: 'id-twice', id: 'scene' }],
    [{ to: 'reported' }, { flaw: 'same-ends', stage: '接报' }],
    [{ warnBeforeMs: 60_000 }, { flaw: 'warn-too-long', stage: '接报' }],
    [{ limitMs: 10 }, { flaw: 'malformed', field: 'stages.0.limitMs' }],
    [{ natures: [] }, { flaw: 'malformed', field: 'stages.0.natures' }],
  ] as const)('[P21] a profile with %j is told its flaw before it is sent', (changes, flaw) => {
    expect(flawOf(withStage(changes as Partial<Stage>))).toEqual(flaw)
  })

  test('[P21] a copy gets an id that none has', () => {
    const two = [...knownProfiles, { ...known, id: '135-2' }]
    expect(freeId('135', two)).toBe('135-3')
    expect(freeId('135-2', two)).toBe('135-3')
  })
})
