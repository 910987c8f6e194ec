import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boardBuilder, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { NewReport } from './NewReport.tsx'
import { Queue } from './Queue.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const press = (key: string) => fireEvent.keyDown(document.body, { key })
const said = (room: ReturnType<typeof aRoom>) =>
  room.feed.heard.filter(({ name }) => name === 'command:do').map(({ payload }) => (payload as { command: unknown }).command)

describe('the queue under a hand', () => {
  test('[C47] a graver report that comes while the mouse moves over the queue stands last, and first once the mouse has left', async () => {
    const town = boardBuilder()
    const [first, second] = [town.report(), town.wait(1_000).report()]
    const room = aRoom(town.board(), town.now())
    const { container } = drawIn(room, <Queue />)
    const order = () => [...container.querySelectorAll('.xn-row-main')].map((row) => /E-\d{4}/.exec(row.textContent ?? '')?.[0])
    const list = container.querySelector('.xn-queue-list')
    if (!list) throw new Error('the queue has a list')
    fireEvent.pointerMove(list)
    const before = town.events().length
    const third = town.wait(1_000).report({ assessment: { kind: 'P06' } })
    act(() => room.feed.tell.onEvents(town.events().slice(before)))
    await waitFor(() => expect(order()).toEqual([first, second, third]))
    fireEvent.pointerLeave(list)
    await waitFor(() => expect(order()).toEqual([third, first, second]))
  })
})

describe('the queue by keyboard', () => {
  test('[C10] down and Enter open a report and take it in hand', async () => {
    const town = boardBuilder()
    town.report({ assessment: { kind: 'C30' } })
    const second = town.wait(1_000).report()
    const room = aRoom(town.board(), town.now())
    drawIn(room, <Queue />)
    press('j')
    press('Enter')
    await waitFor(() => expect(said(room)).toEqual([{ type: 'incident.take', incident: second }]))
    expect(room.store.getState().desk.incident).toBe(second)
  })

  test('[C10] what somebody else has is opened without taking it, and says who has it', () => {
    const town = boardBuilder()
    const incident = town.report()
    town.say({ type: 'incident.take', incident }, wangFang)
    const room = aRoom(town.board(), town.now())
    drawIn(room, <Queue />)
    expect(screen.getByText(/王芳 接手/)).toBeTruthy()
    press('Enter')
    expect(said(room)).toEqual([])
    expect(room.store.getState().desk.incident).toBe(incident)
  })

  test('[C43] the focus in the queue follows the cursor, so that Enter opens what the cursor is on', async () => {
    const town = boardBuilder()
    town.report({ assessment: { kind: 'C30' } })
    const second = town.wait(1_000).report()
    const { container } = drawIn(aRoom(town.board(), town.now()), <Queue />)
    const rows = () => [...container.querySelectorAll<HTMLElement>('.xn-row-main')]
    rows()[0]?.focus()
    press('ArrowDown')
    await waitFor(() => expect(document.activeElement?.textContent).toContain(second))
    expect(document.activeElement).toBe(rows()[1])
  })

  test('[C45] who may only watch is offered neither a new report nor a merge', () => {
    const town = boardBuilder()
    const first = town.report()
    town.wait(1_000).report({ duplicates: [{ of: first, score: 0.9, reasons: [] }] })
    drawIn(aRoom(town.board(), town.now()), <Queue />)
    expect(screen.getByText('人工接报')).toBeTruthy()
    expect(screen.getByText('合并')).toBeTruthy()
    cleanup()
    drawIn(aRoom(town.board(), town.now(), { me: { role: 'leader' } }), <Queue />)
    expect(screen.getByText(/疑似同/)).toBeTruthy()
    expect(screen.queryByText('人工接报')).toBeNull()
    expect(screen.queryByText('合并')).toBeNull()
  })

  test('[C10] a leader opens without taking', () => {
    const town = boardBuilder()
    town.report()
    const room = aRoom(town.board(), town.now(), { me: { role: 'leader' } })
    drawIn(room, <Queue />)
    press('Enter')
    expect(said(room)).toEqual([])
  })

  test('[C7] M merges the duplicate under the cursor into what it repeats', async () => {
    const town = boardBuilder()
    const first = town.report()
    const again = town.wait(1_000).report({ duplicates: [{ of: first, score: 0.9, reasons: [] }] })
    const room = aRoom(town.board(), town.now())
    drawIn(room, <Queue />)
    press('ArrowDown')
    press('m')
    await waitFor(() => expect(said(room)).toEqual([{ type: 'incidents.merge', into: first, incidents: [again] }]))
  })

  test('[C10] typing in the search moves nothing and takes nothing', () => {
    const town = boardBuilder()
    town.report()
    const room = aRoom(town.board(), town.now())
    drawIn(room, <Queue />)
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' })
    expect(room.store.getState().desk.incident).toBeNull()
  })

  test('[C11] a critical report that nobody has flashes, and stops when someone takes it', () => {
    const town = boardBuilder()
    const incident = town.report({ assessment: { kind: 'C30' } })
    const room = aRoom(town.board(), town.now())
    const { container } = drawIn(room, <Queue />)
    const flash = () => container.querySelector('[data-flash]')?.getAttribute('data-flash')
    expect(flash()).toBe('critical')
    room.feed.tell.onBoard((town.say({ type: 'incident.take', incident }), town.board()))
    return waitFor(() => expect(flash()).toBe('none'))
  })
})

test('[C12] N, words, Ctrl+Enter: a report by telephone is brought, opened and taken', async () => {
  const town = boardBuilder()
  const incident = town.report()
  const room = aRoom(town.board(), town.now(), {
    answers: { 'report:bring': () => ({ ok: true, incident }) as never, 'command:do': () => ({ ok: true, position: 9 }) },
  })
  drawIn(room, <NewReport />)
  press('n')
  const words = await screen.findByLabelText('报警内容')
  fireEvent.change(words, { target: { value: '楼下有人吵架' } })
  fireEvent.keyDown(words, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(room.store.getState().desk.incident).toBe(incident))
  expect(room.feed.heard.find(({ name }) => name === 'report:bring')?.payload).toMatchObject({
    text: '楼下有人吵架',
    place: null,
    placeText: '',
  })
  await waitFor(() => expect(said(room)).toEqual([{ type: 'incident.take', incident }]))
})

test('[C24] a number that cannot be dialled is told at its field before anything is sent, and nothing written is lost', async () => {
  const town = boardBuilder()
  const incident = town.report()
  const room = aRoom(town.board(), town.now(), {
    answers: { 'report:bring': () => ({ ok: true, incident }) as never, 'command:do': () => ({ ok: true, position: 9 }) },
  })
  drawIn(room, <NewReport />)
  press('n')
  const words = await screen.findByLabelText('报警内容')
  const phone = screen.getByLabelText('电话')
  fireEvent.change(words, { target: { value: '楼下有人吵架' } })
  fireEvent.change(phone, { target: { value: '不肯说' } })
  fireEvent.keyDown(words, { key: 'Enter', ctrlKey: true })
  expect(await screen.findByText('电话只能是数字，其他请写在内容里')).toBeTruthy()
  expect(room.feed.heard.filter(({ name }) => name === 'report:bring')).toEqual([])
  fireEvent.change(phone, { target: { value: '0571-8700 0000' } })
  fireEvent.keyDown(words, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(room.store.getState().desk.incident).toBe(incident))
  expect(room.feed.heard.find(({ name }) => name === 'report:bring')?.payload).toMatchObject({
    text: '楼下有人吵架',
    callerPhone: '0571-8700 0000',
  })
})
