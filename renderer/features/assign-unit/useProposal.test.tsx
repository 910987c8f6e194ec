import { act, cleanup, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { incidentOf } from '../../../shared/domain/board/board.ts'
import { UnitId, type IncidentId } from '../../../shared/domain/ids.ts'
import type { ForceAdvice } from '../../../shared/domain/routing/recommendation.ts'
import { boardBuilder, liWei, type BoardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { unitToggled } from '../../board/deskSlice.ts'
import { useIncident } from '../../board/room.tsx'
import { anAdvice } from '../../testing/anAdvice.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { AssignPanel } from './AssignPanel.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const unit = (id: string) => UnitId.parse(id)

const only = (force: ForceAdvice['force'], id: string): ForceAdvice => ({
  force,
  lead: true,
  wanted: 1,
  candidates: [
    {
      unit: unit(id),
      force,
      distanceM: 300,
      travelMs: 90_000,
      fix: { source: 'position', ageMs: 4_000, isOld: false },
      doneToday: 0,
      restedMs: null,
      reasons: ['nearest'],
    },
  ],
  excluded: [],
  excludedCount: 0,
})

/** C02 goes to the grid, C10 to urban management: whose unit is proposed tells which of them the room was asked about. */
const forcesOf = (town: BoardBuilder, id: IncidentId) =>
  incidentOf(town.board(), id)?.kind === 'C10' ? [only('urban', 'U1')] : [only('grid', 'W1')]

const Now = ({ id }: { readonly id: IncidentId }) => {
  const incident = useIncident(id)
  return incident && <AssignPanel incident={incident} />
}

/** A card in 李伟's hand, with the proposal for a noise chosen; `answering` holds the next answers back while it is false. */
const inHand = async () => {
  const town = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'U1', force: 'urban' })
  const id = town.report({ assessment: { kind: 'C02' } })
  town.say({ type: 'incident.take', incident: id }, liWei)
  let release = () => {}
  let isHeld = Promise.resolve()
  const room = aServedRoom(town, {
    'route:recommend': async () => {
      await isHeld
      return { ok: true, recommendation: anAdvice(town, id, forcesOf(town, id)) }
    },
  })
  drawIn(room, <Now id={id} />)
  const picked = () => room.store.getState().desk.picked
  await waitFor(() => expect(picked()).toEqual(['W1']))
  return {
    room,
    picked,
    hold: () => void (isHeld = new Promise((resolve) => (release = resolve))),
    release: () => release(),
    becomes: (kind: string) => {
      room.feed.tell.onEvents(town.say({ type: 'incident.amend', incident: id, changes: { kind }, was: { kind: 'C02' } }, liWei))
    },
    sent: () => town.events().filter(({ event }) => event.type === 'unit.assigned'),
  }
}

test('[C49] a matter that turns out to be another is proposed anew, and the old proposal cannot be sent meanwhile', async () => {
  const card = await inHand()
  card.hold()
  await act(async () => card.becomes('C10'))
  expect(card.picked()).toEqual([])
  await act(() => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true }))
  expect(card.sent()).toEqual([])
  card.release()
  await waitFor(() => expect(card.picked()).toEqual(['U1']))
})

test('[C49] what a person chose stays chosen, whatever the matter turns out to be', async () => {
  const card = await inHand()
  await act(async () => {
    card.room.store.dispatch(unitToggled(unit('W1')))
    card.room.store.dispatch(unitToggled(unit('W2')))
  })
  await act(async () => card.becomes('C10'))
  await waitFor(() => expect(Object.values(card.room.store.getState().advice.byIncident)[0]?.forces[0]?.force).toBe('urban'))
  expect(card.picked()).toEqual(['W2'])
})
