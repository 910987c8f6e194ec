import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { unitToggled } from '../../board/deskSlice.ts'
import { useIncident } from '../../board/room.tsx'
import { useRoomDispatch } from '../../board/store.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { anAdvice } from '../../testing/anAdvice.ts'
import { noLayout } from '../../testing/noLayout.ts'
import { AssignPanel } from './AssignPanel.tsx'

beforeEach(noLayout)
afterEach(cleanup)

test('[C32] an order that leaves out the police says so, is not sent by the keys, and goes once a person says that they follow', async () => {
  const town = boardBuilder().units({ id: 'W1' }, { id: 'P1', force: 'police' })
  const id = town.report({ assessment: { kind: 'P06' } })
  const Panel = () => {
    const incident = useIncident(id)
    const dispatch = useRoomDispatch()
    return (
      <>
        <button type="button" onClick={() => dispatch(unitToggled(UnitId.parse('W1')))}>
          pick
        </button>
        {incident && <AssignPanel incident={incident} />}
      </>
    )
  }
  const room = aServedRoom(town, { 'route:recommend': () => ({ ok: true, recommendation: anAdvice(town, id, []) }) })
  drawIn(room, <Panel />)
  expect(screen.queryByText(/此事需要公安/)).toBeNull()
  fireEvent.click(screen.getByText('pick'))
  await waitFor(() => expect(screen.getByText(/此事需要公安/)).toBeTruthy())

  const sent = () => town.events().filter(({ event }) => event.type === 'unit.assigned')
  await act(() => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true }))
  expect(sent()).toEqual([])
  expect(room.store.getState().notices).toMatchObject([{ kind: 'failed', text: expect.stringContaining('公安') as string }])

  await act(() => fireEvent.keyDown(window, { key: 'p' }))
  await act(() => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true }))
  await waitFor(() => expect(sent()).toMatchObject([{ event: { unit: 'W1', policeLater: true } }]))
})
