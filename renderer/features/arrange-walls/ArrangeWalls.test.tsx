import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MadePass, ManagedPass } from '../../../shared/contracts/wall.ts'
import { AccountId, WallId } from '../../../shared/domain/ids.ts'
import type { WallPlan } from '../../../shared/domain/wall/wall.ts'
import { boardBuilder, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { ArrangeWalls } from './ArrangeWalls.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const wall = WallId.parse('wall-1')
const plan: WallPlan = { name: '大厅', pages: ['map', 'eyes'], secondsPerPage: 20, theme: 'dark', language: 'zh-CN', hasSound: false }
const used: ManagedPass = { id: 'a1', wall, createdBy: AccountId.parse('admin1'), createdAt: 1, lastUsedAt: null, revokedAt: null }
const made: MadePass = { id: 'b2', wall, url: 'http://room/wall/#secret', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }

/** The managing doors, and what was asked of them. */
const doors = (passes: readonly ManagedPass[]) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    asked.push(`${method} ${path}${body === undefined ? '' : ` ${String(body)}`}`)
    return new Response(method === 'GET' ? JSON.stringify({ passes }) : method === 'POST' ? JSON.stringify(made) : null, {
      status: method === 'DELETE' ? 204 : 200,
    })
  })
  return asked
}

const draw = async (hasWall: boolean) => {
  const town = boardBuilder()
  if (hasWall) town.say({ type: 'wall.arrange', wall: null, plan }, wangFang)
  const room = aRoom(town.board(), town.now(), { me: { role: 'supervisor' } })
  await act(async () => void drawIn(room, <ArrangeWalls />))
  return () => room.feed.heard.map(({ payload }) => (payload as { command: unknown }).command)
}
const press = (where: HTMLElement, name: string | RegExp) =>
  act(async () => void fireEvent.click(within(where).getByRole('button', { name })))

test('[V28] a room without walls is offered its first one, ready to be hung', async () => {
  doors([])
  const said = await draw(false)
  await press(screen.getByRole('article', { name: '新大屏' }), '新建')
  expect(said()).toMatchObject([
    { type: 'wall.arrange', wall: null, plan: { name: '指挥大厅', pages: ['map', 'figures', 'stages', 'eyes'] } },
  ])
})

test('[V28] a wall is arranged anew: pages, their order, and nothing that no wall can be', async () => {
  doors([])
  const said = await draw(true)
  const card = screen.getByRole('article', { name: '大厅' })
  const save = () => within(card).getByRole<HTMLButtonElement>('button', { name: '保存' })
  expect(save().disabled).toBe(true)
  const name = within(card).getByDisplayValue('大厅')
  fireEvent.change(name, { target: { value: ' ' } })
  expect(save().disabled).toBe(true)
  fireEvent.change(name, { target: { value: '大厅东' } })
  fireEvent.click(within(card).getByRole('checkbox', { name: '时限' }))
  await press(card, '“需要盯住”提前')
  await press(card, '保存')
  expect(said()).toEqual([{ type: 'wall.arrange', wall, plan: { ...plan, name: '大厅东', pages: ['eyes', 'map', 'stages'] } }])
})

test('[V28] a pass is given and shown once, and one in force is revoked', async () => {
  const asked = doors([used, { ...used, id: 'old', revokedAt: 5 }])
  await draw(true)
  const passes = screen.getByRole('region', { name: '通行码 大厅' })
  expect(within(passes).getAllByRole('listitem')).toHaveLength(1)
  await press(passes, '发放通行码')
  expect(within(passes).getByText('http://room/wall/#secret')).toBeTruthy()
  await press(passes, '收起')
  expect(within(passes).queryByText('http://room/wall/#secret')).toBeNull()
  await press(passes, '吊销')
  await act(async () => void fireEvent.click(await screen.findByRole('button', { name: /确\s*定|OK/ })))
  expect(asked).toContain('POST /api/manage/walls/passes {"wall":"wall-1"}')
  expect(asked).toContain('DELETE /api/manage/walls/passes/a1')
})

test('[V28] a wall without a pass in force says that it cannot enter', async () => {
  doors([])
  await draw(true)
  expect(screen.getByText(/没有有效的通行码/)).toBeTruthy()
})
