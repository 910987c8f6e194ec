import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AccountId, IncidentId, UnitId } from '../../shared/domain/ids.ts'
import { aDeskChannel } from '../testing/aDeskChannel.ts'
import {
  filtersChanged,
  incidentSelected,
  languageChosen,
  leadChosen,
  mapAsked,
  muteChosen,
  overlayShown,
  placePicked,
  placePickingEnded,
  placePickingStarted,
  themeChosen,
  unitSelected,
  unitToggled,
  unitsPicked,
} from './deskSlice.ts'
import { deskWindow, hasMap } from './deskWindow.ts'
import { sharedDesk, type Self } from './sharedDesk.ts'
import { roomStore } from './store.ts'

const liWei = AccountId.parse('operator1')
const incident = (n: number) => IncidentId.parse(`E-${1001 + n}`)
const unit = (n: number) => UnitId.parse(`W${n + 1}`)
const here = [120.22, 30.24] as const

/** Windows of a desk over one channel and one clock that a test turns by hand. */
const aDesk = () => {
  const channel = aDeskChannel()
  let now = 1_000
  const open = (id: string, more: Partial<Self> = {}) => {
    const store = roomStore()
    const self: Self = { id, account: liWei, desk: 'regions', hasMap: false, ...more }
    const shared = sharedDesk({ store, wire: channel.wire(), self, now: () => now })
    return { store, shared, dispatch: store.dispatch, desk: () => store.getState().desk }
  }
  return { channel, open, turn: (ms: number) => void (now += ms), told: () => channel.said.filter(({ kind }) => kind === 'told') }
}

describe('[C54] what is chosen in one window of a desk is chosen in all', () => {
  test('[C54] with any number of windows a choice is one message, and nobody tells it on', () => {
    for (const count of [2, 4, 8]) {
      const { channel, open, told } = aDesk()
      const windows = Array.from({ length: count }, (_, i) => open(`w${i}`))
      windows[0]?.dispatch(incidentSelected(incident(1)))
      channel.deliverAll()
      expect(windows.map(({ desk }) => desk().incident)).toEqual(windows.map(() => incident(1)))
      expect(channel.said).toHaveLength(1)
      windows[1]?.dispatch(unitsPicked([unit(1), unit(2)]))
      channel.deliverAll()
      expect(windows.map(({ desk }) => desk().picked)).toEqual(windows.map(() => [unit(1), unit(2)]))
      expect(told()).toHaveLength(2)
    }
  })

  test('[C54] chosen again it is not told again; filters and what lies on top stay in their window', () => {
    const { channel, open } = aDesk()
    const [a, b] = [open('a'), open('b')]
    a.dispatch(incidentSelected(incident(1)))
    a.dispatch(incidentSelected(incident(1)))
    a.dispatch(unitsPicked([]))
    a.dispatch(filtersChanged({ text: '临江路' }))
    a.dispatch(overlayShown('keys'))
    channel.deliverAll()
    expect(channel.said).toHaveLength(1)
    expect(b.desk()).toMatchObject({ incident: incident(1), filters: { text: '' }, overlay: 'none' })
  })

  test('[C54] looks, language and sound are one for the desk', () => {
    const { channel, open } = aDesk()
    const [a, b] = [open('a'), open('b')]
    a.dispatch(themeChosen('light'))
    b.dispatch(languageChosen('en'))
    channel.deliverAll()
    b.dispatch(muteChosen(true))
    channel.deliverAll()
    expect(b.desk()).toMatchObject({ theme: a.desk().theme, language: a.desk().language, isMuted: a.desk().isMuted })
    expect(a.desk().isMuted).toBe(true)
  })

  test('[C54] a place picked on another window’s map comes back to the card that asked, and to no other', () => {
    const { channel, open } = aDesk()
    const [card, other, map] = [open('card'), open('other'), open('map', { hasMap: true })]
    card.dispatch(incidentSelected(incident(1)))
    card.dispatch(placePickingStarted(incident(1)))
    channel.deliverAll()
    map.dispatch(placePicked(here))
    channel.deliverAll()
    expect(card.desk().placePicking).toEqual({ incident: incident(1), picked: here, isHere: true })
    expect(other.desk().placePicking).toEqual({ incident: incident(1), picked: here, isHere: false })
    card.dispatch(placePickingEnded())
    channel.deliverAll()
    expect(map.desk().placePicking).toBeNull()
  })

  test('[C54] the map of another window goes where a window without a map asks; one with a map leaves the others alone', () => {
    const { channel, open } = aDesk()
    const [board, map, second] = [open('board'), open('map', { hasMap: true }), open('second', { hasMap: true })]
    board.dispatch(mapAsked({ point: here, zoom: 17, unit: unit(1) }))
    channel.deliverAll()
    expect([map, second].map(({ desk }) => desk().goTo)).toEqual([
      { point: here, zoom: 17, unit: unit(1) },
      { point: here, zoom: 17, unit: unit(1) },
    ])
    map.dispatch(mapAsked({ point: here, zoom: 12 }))
    channel.deliverAll()
    expect(second.desk().goTo?.zoom).toBe(17)
    expect(channel.said).toHaveLength(1)
  })

  test('[C54] a window opened later asks once and is told; one that missed something asks and is right again', () => {
    const { channel, open } = aDesk()
    const [a, b] = [open('a'), open('b')]
    a.dispatch(incidentSelected(incident(1)))
    channel.lose(0)
    expect(b.desk().incident).toBeNull()
    b.shared.ask()
    channel.deliverAll()
    expect(b.desk().incident).toBe(incident(1))
    const late = open('late')
    late.shared.ask()
    channel.deliverAll()
    expect(late.desk().incident).toBe(incident(1))
    const before = channel.said.length
    late.shared.ask()
    channel.deliverAll()
    // Nobody knows anything newer: nobody answers.
    expect(channel.said.length).toBe(before + 1)
  })

  test('[C54] another person’s window, another desk’s, and one that left are left alone', () => {
    const { channel, open } = aDesk()
    const [a, stranger] = [open('a'), open('b', { account: AccountId.parse('operator2') })]
    const [desktop, gone] = [open('c', { desk: 'desktop' }), open('d')]
    gone.shared.leave()
    a.dispatch(incidentSelected(incident(1)))
    gone.dispatch(incidentSelected(incident(2)))
    channel.deliverAll()
    expect([stranger, desktop].map(({ desk }) => desk().incident)).toEqual([null, null])
    expect(gone.desk().incident).toBe(incident(2))
    expect(a.desk().incident).toBe(incident(1))
  })

  test('[C54] what is not understood changes nothing', () => {
    const { channel, open } = aDesk()
    const [a, b] = [open('a'), open('b')]
    a.dispatch(incidentSelected(incident(1)))
    channel.deliverAll()
    const [message] = channel.said as readonly Record<string, unknown>[]
    const stamp = { at: 9e15, by: 'z' }
    const selection = { stamp, value: { incident: 'E-1', unit: null, picked: ['W1'], kindSought: null, placePicking: null } }
    const broken = [
      null,
      'told',
      [],
      { ...message, version: 2, selection },
      { ...message, from: 7 },
      { ...message, selection: { ...selection, value: { ...selection.value, picked: 'W1' } } },
      { ...message, selection: { ...selection, stamp: { at: 'late', by: 'z' } } },
      { ...message, looks: { stamp, value: { theme: 'pink', language: 'en', isMuted: false } } },
    ]
    for (const one of broken) channel.post(one)
    channel.deliverAll()
    expect([a, b].map(({ desk }) => [desk().incident, desk().theme])).toEqual([
      [incident(1), 'dark'],
      [incident(1), 'dark'],
    ])
  })

  test('[C54] after a clock was set back the later choice still wins', () => {
    const { channel, open, turn } = aDesk()
    const [a, b] = [open('a'), open('b')]
    a.dispatch(incidentSelected(incident(1)))
    channel.deliverAll()
    turn(-900)
    b.dispatch(incidentSelected(incident(2)))
    channel.deliverAll()
    expect(a.desk().incident).toBe(incident(2))
  })
})

const choices = [
  (n: number) => incidentSelected(n === 0 ? null : incident(n)),
  (n: number) => unitSelected(unit(n)),
  (n: number) => unitToggled(unit(n)),
  (n: number) => leadChosen(unit(n)),
  (n: number) => placePickingStarted(incident(n)),
  () => placePickingEnded(),
  (n: number) => themeChosen(n % 2 === 0 ? 'dark' : 'light'),
  (n: number) => muteChosen(n % 2 === 0),
]

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('choose' as const), at: fc.nat(3), what: fc.nat(choices.length - 1), n: fc.nat(3) }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('deliver' as const), at: fc.nat(40) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), at: fc.nat(40) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('turn' as const), ms: fc.integer({ min: -5, max: 5 }) }) },
  ),
  { maxLength: 60 },
)

test('[C54] however choices of several hands cross, get lost and come late, in the end all windows show the same', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { channel, open, turn } = aDesk()
      const windows = Array.from({ length: 4 }, (_, i) => open(`w${i}`))
      for (const step of all) {
        if (step.do === 'turn') turn(step.ms)
        else if (step.do === 'choose') {
          const choice = choices[step.what]
          if (choice) windows[step.at]?.dispatch(choice(step.n))
        } else if (channel.waiting() > 0) channel[step.do](step.at)
      }
      // Who was cut off comes back.
      for (const { shared } of windows) shared.ask()
      channel.deliverAll()
      const shown = windows.map(({ desk }) => {
        const { incident, unit, picked, placePicking, kindSought, theme, language, isMuted } = desk()
        return JSON.stringify([incident, unit, picked, placePicking?.incident, placePicking?.picked, kindSought, theme, language, isMuted])
      })
      expect(new Set(shown).size).toBe(1)
    }),
    { numRuns: 150 },
  )
})

test('[C54] windows that show one region belong together, as do all of the desktop; a whole console in a browser stands alone', () => {
  expect(deskWindow('a', 'map', false).desk).toBe('regions')
  expect(deskWindow('a', 'all', false).desk).toBeNull()
  expect([deskWindow('a', 'all', true).desk, deskWindow('a', 'queue', true).desk]).toEqual(['desktop', 'desktop'])
  expect((['all', 'map', 'queue', 'board'] as const).map((region) => hasMap(deskWindow('a', region, false)))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
