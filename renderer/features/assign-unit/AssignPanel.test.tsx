import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { get } from '../../../shared/domain/board/table.ts'
import { UnitId, type IncidentId } from '../../../shared/domain/ids.ts'
import type { Recommendation } from '../../../shared/domain/routing/recommendation.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { useIncident } from '../../board/room.tsx'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { anAdvice } from '../../testing/anAdvice.ts'
import { noLayout } from '../../testing/noLayout.ts'
import { AssignPanel } from './AssignPanel.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const Now = ({ id }: { readonly id: IncidentId }) => {
  const incident = useIncident(id)
  return incident && <AssignPanel incident={incident} />
}

const nights = [{ days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 22 * 60, toMinute: 6 * 60 }]
const resting = UnitId.parse('W9')

const drawn = (aim: Recommendation['aim']) => {
  const town = boardBuilder().units({ id: 'W1' }, { id: 'W9', name: '夜班', roster: nights })
  const id = town.report()
  const recommendation = anAdvice(
    town,
    id,
    [
      {
        force: 'grid',
        lead: true,
        wanted: 1,
        candidates: [],
        excluded: [{ unit: resting, force: 'grid', why: { reason: 'off-duty' } }],
        excludedCount: 14,
      },
    ],
    aim,
  )
  drawIn(aServedRoom(town, { 'route:recommend': () => ({ ok: true, recommendation }) }), <Now id={id} />)
  return { town, id }
}

test('[C19] ways counted to the middle of a grid say so; an exact place says nothing', async () => {
  drawn('grid')
  await waitFor(() => expect(screen.getByText(/路程按网格中心估算/)).toBeTruthy())
  cleanup()
  drawn('point')
  await waitFor(() => expect(screen.getByText('未推荐（14）')).toBeTruthy())
  expect(screen.queryByText(/估算/)).toBeNull()
})

test('[C19] who is off duty is called in from the list of those not proposed, which says how many it leaves out', async () => {
  const { town, id } = drawn('point')
  await waitFor(() => expect(screen.getByText('另有 13 支未列出，可用 /d 直接派单')).toBeTruthy())
  fireEvent.click(screen.getByText('召回上岗'))
  await act(() => fireEvent.click(screen.getByText(/派单 1/)))
  await waitFor(() => expect(get(town.board().incidents, id)?.assignments.map((one) => one.unit)).toEqual(['W9']))
  expect(town.events().find(({ event }) => event.type === 'unit.assigned')?.event).toMatchObject({ unit: 'W9' })
})
