import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../../shared/domain/actor.ts'
import { incidentOf } from '../../../shared/domain/board/board.ts'
import { WallId } from '../../../shared/domain/ids.ts'
import type { WallPlan } from '../../../shared/domain/wall/wall.ts'
import { boardBuilder, wangFang, type BoardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { PutOnWall } from './PutOnWall.tsx'
import { WallsPanel } from './WallsPanel.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const plan: Omit<WallPlan, 'name'> = { pages: ['map', 'eyes'], secondsPerPage: 20, theme: 'dark', language: 'zh-CN', hasSound: false }
const [first, second] = [WallId.parse('wall-1'), WallId.parse('wall-2')]

const aHall = (...names: readonly string[]) => {
  const town = boardBuilder()
  for (const name of names) town.say({ type: 'wall.arrange', wall: null, plan: { ...plan, name } }, wangFang)
  return { town, incident: town.report() }
}
const incidentIn = (town: BoardBuilder, id: ReturnType<BoardBuilder['report']>) => {
  const incident = incidentOf(town.board(), id)
  if (!incident) throw new Error(`${id} was reported`)
  return incident
}
const roomOf = (town: BoardBuilder, role: Role = 'dispatcher') => aRoom(town.board(), town.now(), { me: { role } })
const said = ({ feed }: ReturnType<typeof roomOf>) =>
  feed.heard.filter(({ name }) => name === 'command:do').map(({ payload }) => (payload as { command: unknown }).command)

test('[V25] with one wall the card has one button, which puts the incident on it', async () => {
  const { town, incident } = aHall('大厅')
  const room = roomOf(town)
  drawIn(room, <PutOnWall incident={incidentIn(town, incident)} />)
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '上大屏' })))
  expect(said(room)).toEqual([{ type: 'wall.show', wall: first, wish: { kind: 'incident', incident } }])
})

test('[V25] with several the wall is chosen by name; where it is up is said, and it is taken down there', async () => {
  const { town, incident } = aHall('大厅', '会商室', '门厅')
  town.say({ type: 'wall.show', wall: first, wish: { kind: 'incident', incident } }, wangFang)
  const room = roomOf(town)
  drawIn(room, <PutOnWall incident={incidentIn(town, incident)} />)
  expect(screen.getByText(/正在大屏“大厅”上，王芳 09:00/)).toBeTruthy()
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^上大屏/ })))
  expect(screen.queryByText('大厅')).toBeNull()
  await act(async () => void fireEvent.click(await screen.findByText('会商室')))
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '撤下' })))
  expect(said(room)).toEqual([
    { type: 'wall.show', wall: second, wish: { kind: 'incident', incident } },
    { type: 'wall.show', wall: first, wish: { kind: 'pages', from: null } },
  ])
})

test('[V25] who may not show sees where it is, and nothing to press; without walls there is nothing at all', () => {
  const { town, incident } = aHall('大厅')
  town.say({ type: 'wall.show', wall: first, wish: { kind: 'incident', incident } }, wangFang)
  drawIn(roomOf(town, 'operator'), <PutOnWall incident={incidentIn(town, incident)} />)
  expect(screen.getByText(/正在大屏“大厅”上/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
  cleanup()
  const bare = aHall()
  drawIn(roomOf(bare.town), <PutOnWall incident={incidentIn(bare.town, bare.incident)} />)
  expect(screen.queryByRole('region')).toBeNull()
})

test('[V26] the panel says whether each wall is up and what it shows, and holds, turns and takes down', async () => {
  const { town, incident } = aHall('大厅', '会商室', '门厅')
  town.say({ type: 'wall.show', wall: second, wish: { kind: 'incident', incident } }, wangFang)
  const room = roomOf(town)
  drawIn(room, <WallsPanel />)
  act(() =>
    room.feed.tell.onWalls([
      { wall: first, screens: 2, since: town.now() },
      { wall: second, screens: 0, since: town.now() },
    ]),
  )
  const [hall, meeting, door] = screen.getAllByRole('listitem')
  if (!hall || !meeting || !door) throw new Error('Three walls hang')
  expect(hall.textContent).toContain('在线 · 2 块屏幕')
  expect(hall.textContent).toContain('态势地图 轮播，20 秒一页')
  expect(meeting.textContent).toContain('离线，自 09:00')
  expect(meeting.textContent).toContain(`${incident}，王芳 09:00 放上`)
  expect(door.textContent).toContain('未连接')
  const press = (where: HTMLElement, name: string) => act(async () => void fireEvent.click(within(where).getByRole('button', { name })))
  await press(hall, '需要盯住')
  await press(hall, '下一页')
  await press(meeting, '撤下')
  expect(said(room)).toEqual([
    { type: 'wall.show', wall: first, wish: { kind: 'page', page: 'eyes' } },
    { type: 'wall.show', wall: first, wish: { kind: 'pages', from: 'eyes' } },
    { type: 'wall.show', wall: second, wish: { kind: 'pages', from: null } },
  ])
})

test('[V26] who may not show watches the walls, and presses nothing', () => {
  const { town } = aHall('大厅')
  drawIn(roomOf(town, 'operator'), <WallsPanel />)
  expect(screen.getByText('大厅')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
