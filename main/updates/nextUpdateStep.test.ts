import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UpdateState } from '../../shared/contracts/update.ts'
import { nextUpdateStep, shownUpdate, type UpdateEvent, type UpdateStand, type UpdateStep } from './nextUpdateStep.ts'

const version = fc.constantFrom('0.2.0', '0.3.0')
const openAlarms = fc.integer({ min: 0, max: 3 })
const why = fc.constantFrom('unreachable', 'bad-signature', 'bad-file', 'older', 'cannot-keep', 'malformed')
const anEvent: fc.Arbitrary<UpdateEvent> = fc.oneof(
  fc.record({ is: fc.constant('look-asked') }),
  fc.record({ is: fc.constant('nothing-newer'), at: fc.nat() }),
  fc.record({ is: fc.constant('newer-found'), version }),
  fc.record({ is: fc.constant('part-loaded'), share: fc.double({ min: 0, max: 2, noNaN: true }) }),
  fc.record({ is: fc.constant('loaded'), openAlarms }),
  fc.record({ is: fc.constant('failed'), why }),
  fc.record({ is: fc.constant('alarms-are'), openAlarms }),
  fc.record({ is: fc.constant('install-asked'), openAlarms }),
  fc.record({ is: fc.constant('quitting'), openAlarms, asksNobody: fc.boolean() }),
  fc.record({ is: fc.constant('not-installed'), openAlarms }),
) as fc.Arbitrary<UpdateEvent>

type Played = { readonly before: UpdateStand; readonly event: UpdateEvent; readonly step: UpdateStep }

const fresh: UpdateStand = { state: 'current', lookedAt: 0 }
const play = (events: readonly UpdateEvent[], from: UpdateStand = fresh): readonly Played[] => {
  let stand = from
  return events.map((event) => {
    const played = { before: stand, event, step: nextUpdateStep(stand, event) }
    stand = played.step.stand
    return played
  })
}
const anyPlay = (holds: (played: readonly Played[]) => void, from: UpdateStand = fresh) =>
  fc.assert(fc.property(fc.array(anEvent, { maxLength: 40 }), (events) => void holds(play(events, from))))

const installs = (played: readonly Played[]) => played.filter(({ step }) => step.act === 'install')

describe('whatever happens in whatever order', () => {
  test('[U14] it installs only what is staged, only when a person says so or the program ends, and never while an alarm stands open', () => {
    anyPlay((played) => {
      for (const { before, event } of installs(played)) {
        expect(before.state).toBe('staged')
        expect('openAlarms' in event && event.openAlarms).toBe(0)
        expect(event.is === 'install-asked' || (event.is === 'quitting' && event.asksNobody)).toBe(true)
      }
    })
  })

  test('[U13] what is staged was found, loaded whole, and is of the version that was found last', () => {
    anyPlay((played) => {
      let found: string | null = null
      for (const { before, event, step } of played) {
        if (step.act === 'load' && event.is === 'newer-found') found = event.version
        if (step.stand.state !== 'staged') continue
        expect(step.stand.version).toBe(found)
        if (before.state !== 'staged') expect(['loading', 'installing']).toContain(before.state)
        if (before.state === 'loading') expect(event.is).toBe('loaded')
      }
    })
  })

  test('[U14] nothing is installed twice at once', () => {
    anyPlay((played) => {
      for (const { before, step } of played) if (before.state === 'installing') expect(step.act).not.toBe('install')
    })
  })

  test('[U13] where updates are off, they stay off', () => {
    anyPlay((played) => expect(played.every(({ step }) => step.stand.state === 'off' && step.act === 'nothing')).toBe(true), {
      state: 'off',
    })
  })

  test('[U15] pages are told a state that they know, and the share that is loaded never goes back', () => {
    anyPlay((played) => {
      for (const { before, step } of played) {
        expect(UpdateState.safeParse(shownUpdate(step.stand)).success).toBe(true)
        if (before.state === 'loading' && step.stand.state === 'loading') expect(step.stand.share).toBeGreaterThanOrEqual(before.share)
      }
    })
  })

  test('[U15] however it failed, looking again begins anew', () => {
    anyPlay((played) => {
      const last = played.at(-1)?.step.stand
      if (last?.state === 'refused')
        expect(nextUpdateStep(last, { is: 'look-asked' })).toEqual({ stand: { state: 'looking' }, act: 'look' })
    })
  })
})

describe('a version from finding to installing', () => {
  const staged: UpdateStand = { state: 'staged', version: '0.2.0', waitsFor: 'person' }
  const last = (events: readonly UpdateEvent[], from: UpdateStand = fresh) => play(events, from).at(-1)?.step

  test('[U13] looks, loads and waits for a person', () => {
    const found: readonly UpdateEvent[] = [{ is: 'look-asked' }, { is: 'newer-found', version: '0.2.0' }]
    expect(last(found)).toEqual({ stand: { state: 'loading', version: '0.2.0', share: 0 }, act: 'load' })
    expect(last([...found, { is: 'loaded', openAlarms: 0 }])).toEqual({ stand: staged, act: 'nothing' })
    expect(last([...found, { is: 'loaded', openAlarms: 2 }])?.stand).toMatchObject({ waitsFor: 'alarms' })
  })

  test('[U14] asked for while an alarm stands open it waits, and does not begin by itself when the alarm is over', () => {
    const waits = last([{ is: 'install-asked', openAlarms: 1 }], staged)
    expect(waits).toEqual({ stand: { ...staged, waitsFor: 'alarms' }, act: 'nothing' })
    expect(nextUpdateStep(waits?.stand ?? fresh, { is: 'alarms-are', openAlarms: 0 })).toEqual({ stand: staged, act: 'nothing' })
  })

  test('[U14] at the end of the program it is installed only where nobody is asked for rights', () => {
    expect(last([{ is: 'quitting', openAlarms: 0, asksNobody: false }], staged)?.act).toBe('nothing')
    expect(last([{ is: 'quitting', openAlarms: 0, asksNobody: true }], staged)?.act).toBe('install')
  })

  test('[U15] what is staged stays so while it is looked again: nothing newer, no room, or the same again; one newer still takes its place', () => {
    const again: readonly UpdateEvent[] = [
      { is: 'nothing-newer', at: 5 },
      { is: 'failed', why: 'unreachable' },
      { is: 'newer-found', version: '0.2.0' },
    ]
    for (const event of again) expect(last([{ is: 'look-asked' }, event], staged)).toEqual({ stand: staged, act: 'nothing' })
    expect(last([{ is: 'look-asked' }, { is: 'newer-found', version: '0.3.0' }], staged)?.act).toBe('load')
  })

  test('[U16] an installer that comes back leaves the version staged, to be asked for again', () => {
    const back = last(
      [
        { is: 'install-asked', openAlarms: 0 },
        { is: 'not-installed', openAlarms: 0 },
      ],
      staged,
    )
    expect(back).toEqual({ stand: staged, act: 'nothing' })
  })
})
