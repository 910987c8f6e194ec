import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { DisplaysAndLayouts } from '../../../shared/contracts/deskLayouts.ts'
import type { Placement, Region } from '../../../shared/contracts/layout.ts'
import { AccountId } from '../../../shared/domain/ids.ts'
import { markOf } from '../../../shared/displays/markOf.ts'
import { aPlacement, aRow } from '../../../shared/testing/aDesk.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aDesk } from '../../testing/aDesk.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { DeskLayouts } from './DeskLayouts.tsx'

drawsInChinese()

const two = aRow(2)
const on = (at: number, region: Region): Placement =>
  aPlacement({ id: region, region, mode: 'maximized', share: { x: 0, y: 0, width: 1, height: 1 }, display: markOf(two[at]!, two) })
const wide = { id: 'wide', name: '大厅', placements: [on(0, 'all')], version: 1 }
const standing: DisplaysAndLayouts = {
  displays: two,
  layouts: { person: AccountId.parse('liwei'), layouts: [{ shelf: 'workstation', layout: wide }], lastUsed: null },
  current: [on(0, 'queue')],
  suggested: [on(0, 'queue'), on(1, 'map')],
}

type Answers = NonNullable<Parameters<typeof aDesk>[0]>

const open = async (answers: Answers = {}) => {
  const desk = aDesk({
    'layout:see': () => standing,
    'layout:apply': () => ({ ok: true, layout: null }),
    'layout:change': () => ({ ok: false, refusal: 'name-taken' }),
    'layout:export': () => ({ ok: true, layout: wide }),
    'layout:import': () => ({ ok: false, refusal: 'file-is-damaged' }),
    'layout:identify': () => undefined,
    ...answers,
  })
  const town = boardBuilder()
  let closed = 0
  drawIn(aRoom(town.board(), town.now()), <DeskLayouts onClose={() => void (closed += 1)} />)
  await act(async () => {})
  // Nothing here is told by its looks, and with the library's styles in the page each look at an element takes long.
  document.head.replaceChildren()
  return { desk, closed: () => closed }
}

const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const displays = () => screen.getAllByRole('button', { name: /^显示器 \d，/ }).map((one) => one.getAttribute('aria-label'))
const [first, second] = ['显示器 1，屏幕 A，主显示器、1920×1080', '显示器 2，屏幕 B，1920×1080']

test('[L29] a browser has no window layouts', () => {
  const town = boardBuilder()
  drawIn(aRoom(town.board(), town.now()), <DeskLayouts onClose={() => {}} />)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('[L29] displays that go and windows that open are seen at once; what was begun to be arranged stays', async () => {
  const { desk } = await open()
  expect(displays()).toEqual([`${first}，接报与卡片`, `${second}，空`])
  act(() => desk.tell('layout:changed', { ...standing, current: [on(0, 'queue'), on(1, 'board')] }))
  expect(displays()).toEqual([`${first}，接报与卡片`, `${second}，力量与时限`])
  await press('去掉：接报与卡片')
  act(() => desk.tell('layout:changed', { ...standing, displays: aRow(1), current: [on(0, 'queue')] }))
  expect(displays()).toEqual([`${first}，空`])
  expect(screen.getByText('力量与时限 → 屏幕 B（1920×1080）')).toBeTruthy()
})

test('[L29] a desktop program that does not answer says so, and is asked again', async () => {
  let isGone = true
  await open({
    'layout:see': () => {
      if (isGone) throw new Error('gone')
      return standing
    },
  })
  expect(screen.getByRole('alert').textContent).toContain('桌面程序没有答复')
  isGone = false
  await press('再试一次')
  expect(displays()).toHaveLength(2)
})

test('[L29] displays that cannot be numbered say so', async () => {
  await open({
    'layout:identify': () => {
      throw new Error('gone')
    },
  })
  await press('在屏幕上显示编号')
  expect(screen.getByRole('alert').textContent).toContain('没有完成')
})

test('[L30] the default arrangement is put there by one button, and once applied it is nothing to lose', async () => {
  const { desk, closed } = await open()
  await press('默认摆放')
  expect(displays()).toEqual([`${first}，接报与卡片`, `${second}，地图`])
  expect(screen.getByText(/有未保存的改动/)).toBeTruthy()
  await press('按此摆放窗口')
  expect(desk.asked('layout:apply')).toEqual([{ id: null, placements: standing.suggested }])
  expect(screen.queryByText(/有未保存的改动/)).toBeNull()
  await press(/close|关闭/i)
  expect(closed()).toBe(1)
})

test('[L25] what is wished of a layout reaches the desktop program, and its refusals are said', async () => {
  const { desk } = await open()
  const refused = () => document.querySelector('.xn-arrange [role=alert]')?.textContent
  await press(/^大厅/)
  await press('导出')
  await press('按此摆放窗口')
  await press('保存')
  expect(refused()).toContain('已有同名布局')
  await press('导入为本机布局')
  expect(refused()).toContain('布局文件的内容不对')
  expect(desk.asked('layout:export')).toEqual([{ id: 'wide' }])
  expect(desk.asked('layout:apply')).toEqual([{ id: 'wide', placements: wide.placements }])
  expect(desk.asked('layout:change')).toEqual([{ do: 'save', shelf: 'workstation', draft: wide }])
  expect(desk.asked('layout:import')).toEqual([{ shelf: 'workstation' }])
})
