import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { incidentOf } from '../../../shared/domain/board/board.ts'
import { IncidentId } from '../../../shared/domain/ids.ts'
import { boardBuilder, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { incidentSelected } from '../../board/deskSlice.ts'
import { aDesk } from '../../testing/aDesk.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { useHeedDesktop } from './useHeedDesktop.ts'

drawsInChinese()

const Heeding = () => {
  useHeedDesktop()
  return (
    <div className="xn-card">
      <textarea aria-label="备注" />
    </div>
  )
}

const open = (town = boardBuilder()) => {
  const desk = aDesk()
  const room = aServedRoom(town)
  drawIn(room, <Heeding />)
  const notices = () => room.store.getState().notices.map((notice) => 'text' in notice && notice.text)
  return { town, desk, room, notices, shown: () => room.store.getState().desk.incident }
}

describe('the hot key', () => {
  test('[C57] opens the most urgent report that waits longest, and takes it in hand', async () => {
    const town = boardBuilder()
    town.report({ assessment: { kind: 'C02', urgency: 'normal' } })
    const urgent = town.wait(5_000).report({ assessment: { urgency: 'high' } })
    town.wait(5_000).report({ assessment: { urgency: 'high' } })
    const { desk, shown } = open(town)
    act(() => desk.tell('report:next', {}))
    expect(shown()).toBe(urgent)
    await waitFor(() => expect(incidentOf(town.board(), urgent)?.holder?.name).toBe('李伟'))
  })

  test('[C57] leaves alone what somebody has, and says when nothing waits', () => {
    const town = boardBuilder()
    town.say({ type: 'incident.take', incident: town.report() }, wangFang)
    const { desk, shown, room, notices } = open(town)
    act(() => desk.tell('report:next', {}))
    expect(shown()).toBeNull()
    expect(notices()).toEqual(['没有等待接手的报警'])
    expect(room.feed.heard.filter(({ name }) => name === 'command:do')).toEqual([])
  })

  test('[C57] while somebody writes on a card the report is taken, the card stays, and it is offered for later', async () => {
    const town = boardBuilder()
    const first = town.report()
    town.say({ type: 'incident.take', incident: first })
    const next = town.report()
    const { desk, room, shown } = open(town)
    act(() => void room.store.dispatch(incidentSelected(first)))
    screen.getByRole('textbox', { name: '备注' }).focus()
    act(() => desk.tell('report:next', {}))
    await waitFor(() => expect(incidentOf(town.board(), next)?.holder?.name).toBe('李伟'))
    expect(shown()).toBe(first)
    expect(room.store.getState().notices).toMatchObject([{ kind: 'offered', incident: next, text: `${next} 已由你接手，写完后再打开` }])
  })
})

test('[C58] a link opens its incident without taking it, or says that there is none', () => {
  const town = boardBuilder()
  const incident = town.report()
  const { desk, shown, notices } = open(town)
  act(() => desk.tell('incident:show', { incident }))
  expect(shown()).toBe(incident)
  expect(incidentOf(town.board(), incident)?.holder).toBeNull()
  act(() => desk.tell('incident:show', { incident: IncidentId.parse('E-4711') }))
  expect(notices()).toEqual(['事件板上没有 E-4711'])
  expect(shown()).toBe(incident)
})
