import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { get } from '../../shared/domain/board/table.ts'
import { UnitId, type IncidentId } from '../../shared/domain/ids.ts'
import { boardBuilder, wangFang, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { drawIn } from '../testing/aRoom.tsx'
import { aServedRoom } from '../testing/aServedRoom.tsx'
import { anAdvice } from '../testing/anAdvice.ts'
import { noLayout } from '../testing/noLayout.ts'
import { QueueRegion } from './QueueRegion.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const unit = (id: string) => UnitId.parse(id)

const candidate = (id: string) => ({
  unit: unit(id),
  force: 'grid' as const,
  distanceM: 300,
  travelMs: 90_000,
  fix: { source: 'position' as const, ageMs: 4_000, isOld: false },
  doneToday: 1,
  restedMs: null,
  reasons: ['nearest' as const],
})

const adviceFor = (town: BoardBuilder, incident: IncidentId) =>
  anAdvice(town, incident, [
    {
      force: 'grid',
      lead: true,
      wanted: 1,
      candidates: [candidate('W2'), candidate('W1')],
      excluded: [{ unit: unit('W3'), force: 'grid', why: { reason: 'busy', incident, state: 'onscene', since: town.now() } }],
      excludedCount: 1,
    },
  ])

const served = (town: ReturnType<typeof boardBuilder>) =>
  aServedRoom(town, {
    'route:recommend': ({ incident }) => ({ ok: true, recommendation: adviceFor(town, incident) }),
    'calls:earlier': () => [],
  })

const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more })
const isDisabled = (text: string) => screen.getByText(text).closest('button')?.disabled

describe('from the queue to the order', () => {
  test('[C42] a card that was opened has the keyboard, but not while somebody types elsewhere', async () => {
    const town = boardBuilder()
    const first = town.report()
    const second = town.wait(1_000).report()
    const { container } = drawIn(served(town), <QueueRegion />)
    press(' ')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(first))
    const search = screen.getByPlaceholderText(/搜索编号/)
    search.focus()
    fireEvent.click(screen.getAllByText(second)[0]?.closest('button') ?? document.body)
    await waitFor(() => expect(container.querySelector(`article[aria-label="${second}"]`)).not.toBeNull())
    expect(document.activeElement).toBe(search)
  })

  test('[C13] a civil report is claimed, confirmed and sent to the proposed unit with two keys', async () => {
    const town = boardBuilder().units({ id: 'W1' }, { id: 'W2', name: '田涛' }, { id: 'W3' })
    const incident = town.report()
    drawIn(served(town), <QueueRegion />)
    press('Enter')
    await waitFor(() => expect(get(town.board().incidents, incident)?.holder?.name).toBe('李伟'))
    await waitFor(() => expect(screen.getByText('W2').closest('label')?.querySelector('input')?.checked).toBe(true))
    await act(() => press('Enter', { ctrlKey: true }))
    await waitFor(() => expect(get(town.board().incidents, incident)?.assignments).toHaveLength(1))
    const [assignment] = get(town.board().incidents, incident)?.assignments ?? []
    expect(assignment).toMatchObject({ unit: 'W2', lead: true, order: '临江路42号 钱潮露台：生活噪音，请到场处置。' })
    expect(get(town.board().incidents, incident)?.isConfirmed).toBe(true)
    expect(town.events().map(({ event }) => event.type)).toContain('unit.assigned')
  }, 60_000)

  test('[C13] digits choose among the proposed units, and the first chosen leads', async () => {
    const town = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'W3' })
    const incident = town.report()
    const room = served(town)
    drawIn(room, <QueueRegion />)
    press('Enter')
    await waitFor(() => expect(room.store.getState().desk.picked).toEqual(['W2']))
    press('1')
    press('2')
    expect(room.store.getState().desk.picked).toEqual(['W1'])
    press('1')
    await act(() => press('Enter', { ctrlKey: true }))
    await waitFor(() => expect(get(town.board().incidents, incident)?.assignments).toHaveLength(2))
    expect(get(town.board().incidents, incident)?.assignments.map((one) => [one.unit, one.lead])).toEqual([
      ['W1', true],
      ['W2', false],
    ])
  }, 60_000)

  test('[C14] what the rules would refuse is greyed out; what they allow is not', async () => {
    const town = boardBuilder().units({ id: 'W1' })
    const incident = town.report()
    town.say({ type: 'incident.take', incident })
    town.send(incident, unit('W1'))
    const room = served(town)
    drawIn(room, <QueueRegion />)
    press('Enter')
    // A unit is still on it: it cannot be closed. Pausing asks for more than an operator's rights.
    await waitFor(() => expect(isDisabled('办结')).toBe(true))
    expect(isDisabled('暂停计时')).toBe(true)
    expect(isDisabled('备注')).toBe(false)
    act(
      () =>
        void room.feed.tell.onEvents(town.say({ type: 'unit.recall', incident, assignment: `${incident}/1` as never, reason: '不用去了' })),
    )
    await waitFor(() => expect(isDisabled('办结')).toBe(false))
  }, 60_000)

  test('[C14] while the link is cut nothing can be said', async () => {
    const town = boardBuilder()
    town.report()
    const room = served(town)
    drawIn(room, <QueueRegion />)
    press('Enter')
    await waitFor(() => expect(isDisabled('备注')).toBe(false))
    act(() => room.feed.tell.onLink({ state: 'cut', since: town.now() }))
    expect(isDisabled('备注')).toBe(true)
  }, 60_000)

  test('[C15] a refused command says why, and the board stays as it was', async () => {
    const town = boardBuilder()
    const incident = town.report()
    const room = served(town)
    drawIn(room, <QueueRegion />)
    // Somebody was quicker; this desk has not heard of it yet.
    town.say({ type: 'incident.take', incident }, wangFang)
    press('Enter')
    await waitFor(() =>
      expect(room.store.getState().notices).toMatchObject([{ kind: 'refused', refusal: { reason: 'taken-by-another', name: '王芳' } }]),
    )
  }, 60_000)

  test('[C8] below the room’s threshold the card says that it is not sure', async () => {
    const town = boardBuilder()
    town.report({ assessment: { confidence: 0.4 } })
    drawIn(served(town), <QueueRegion />)
    press('Enter')
    await waitFor(() => expect(screen.getByText('拿不准，请研判')).toBeTruthy())
  }, 60_000)
})
