import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Filed } from '../../../shared/contracts/desk.ts'
import { incidentOf } from '../../../shared/domain/board/board.ts'
import { UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aDesk } from '../../testing/aDesk.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { PrintIncident } from './PrintIncident.tsx'

drawsInChinese()

/** An incident that one unit is on its way to, with a limit that was kept and one that was not. */
const onTheWay = () => {
  const town = boardBuilder().units({ id: 'W1', name: '田涛' })
  const id = town.report({ text: '楼上半夜还在装修，电钻声音很大' })
  town.wait(20_000).say({ type: 'incident.take', incident: id })
  town.wait(10_000).send(id, UnitId.parse('W1'))
  town.wait(60_000).say({ type: 'unit.accept', incident: id, assignment: `${id}/1` as never })
  town.wait(30_000).say({ type: 'unit.depart', incident: id, assignment: `${id}/1` as never })
  town.say({ type: 'incident.note', incident: id, text: '门禁要找物业' })
  town.wait(20 * 60_000)
  return { town, id }
}

const open = (history: 'read' | 'silent' = 'read') => {
  const { town, id } = onTheWay()
  const room = aRoom(town.board(), town.now(), {
    answers: history === 'read' ? { 'incident:history': () => town.events() } : {},
  })
  const incident = incidentOf(town.board(), id)
  if (!incident) throw new Error('the incident is on the board')
  drawIn(room, <PrintIncident incident={incident} />)
  return { town, id, incident, room }
}

const sheet = () => screen.queryByRole('article', { name: '事件单', hidden: true })

test('[C62] in a browser Ctrl+P prints the whole incident, and the sheet is gone afterwards', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const { id, town, incident } = open()
  fireEvent.keyDown(window, { key: 'p', ctrlKey: true })
  await waitFor(() => expect(print).toHaveBeenCalledOnce())
  const text = sheet()?.textContent ?? ''
  const [report] = incident.reports
  for (const said of [
    id,
    '楼上半夜还在装修',
    '临江路42号',
    report?.caller.phone,
    '李伟',
    'W1 田涛',
    '主办',
    '系统建议，未确认',
    '门禁要找物业',
  ]) {
    expect(text).toContain(said ?? '无号码')
  }
  expect(text).toMatch(/派单 [\d:]+　签收 [\d:]+　出发 [\d:]+/)
  const limits = within(sheet() as HTMLElement)
    .getAllByRole('row', { hidden: true })
    .map(({ textContent }) => textContent ?? '')
  expect(limits.some((row) => row.includes('按时'))).toBe(true)
  expect(limits.some((row) => /超时/.test(row))).toBe(true)
  expect(limits.length).toBeGreaterThan(town.events().length)
  act(() => void window.dispatchEvent(new Event('afterprint')))
  await waitFor(() => expect(sheet()).toBeNull())
})

test('[C62] a history that cannot be read is said on the sheet', async () => {
  vi.stubGlobal('print', () => {})
  open('silent')
  fireEvent.click(screen.getByRole('button', { name: '打印 / 存为 PDF' }))
  await waitFor(() => expect(sheet()?.textContent).toContain('处置过程没有读到'))
  act(() => void window.dispatchEvent(new Event('afterprint')))
  await waitFor(() => expect(sheet()).toBeNull())
})

test.each([
  [{ ok: true, path: '/home/desk/E-1001.pdf' }, '已存为 /home/desk/E-1001.pdf'],
  [{ ok: false, why: 'cannot-write' }, '没有存下：这个位置不能写入'],
  [{ ok: false, why: 'stopped' }, '没有打印：已取消'],
] as const satisfies readonly (readonly [Filed, string])[])(
  '[C62] the desktop app saves it as a file and says what became of it: %j',
  async (filed, said) => {
    const seen: (string | null | undefined)[] = []
    const desk = aDesk({
      'page:print': () => {
        seen.push(sheet()?.textContent)
        return filed
      },
    })
    const { room, id } = open()
    fireEvent.click(screen.getByRole('button', { name: '存为 PDF' }))
    await waitFor(() => expect(room.store.getState().notices).toMatchObject([{ kind: filed.ok ? 'done' : 'failed', text: said }]))
    expect(desk.asked('page:print')).toMatchObject([{ as: 'pdf' }])
    expect(desk.asked('page:print')[0]?.name).toContain(id)
    expect(seen[0]).toContain('门禁要找物业')
    expect(sheet()).toBeNull()
  },
)
