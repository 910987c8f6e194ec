import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { App, ConfigProvider } from 'antd'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { Layout, Placement, Region } from '../../../shared/contracts/layout.ts'
import type { LayoutAnswer } from '../../../shared/contracts/layoutRefusal.ts'
import { AccountId } from '../../../shared/domain/ids.ts'
import { markOf } from '../../../shared/displays/markOf.ts'
import { aMark, aPlacement, aRow } from '../../../shared/testing/aDesk.ts'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { speech } from '../../ui/words.ts'
import type { ArrangeNeeds } from './arrangeNeeds.ts'
import { ArrangeWindows } from './ArrangeWindows.tsx'

drawsInChinese()

const displays = aRow(2)
const on = (at: number, region: Region): Placement =>
  aPlacement({
    id: region,
    region,
    mode: 'maximized',
    share: { x: 0, y: 0, width: 1, height: 1 },
    display: markOf(displays[at] ?? aRow(1)[0]!, displays),
  })
const current = [on(0, 'queue')]
const layoutOf = (id: string, name: string, placements: readonly Placement[] = [on(0, 'queue'), on(1, 'map')]): Layout => ({
  id,
  name,
  placements,
  version: 1,
})
const day = layoutOf('day', '白班')
const lost = layoutOf('lost', '四屏', [
  on(0, 'queue'),
  aPlacement({ id: 'board', region: 'board', display: aMark({ lastId: 9, label: 'LG' }) }),
])

type Asked = readonly [name: string, ...wish: readonly unknown[]]

const aDialog = (answer: LayoutAnswer = { ok: true, layout: null }, change: Partial<ArrangeNeeds> = {}) => {
  const asked: Asked[] = []
  const closed: true[] = []
  const hear =
    (name: string) =>
    async (...wish: readonly unknown[]): Promise<LayoutAnswer> => {
      asked.push([name, ...wish])
      return Promise.resolve(answer)
    }
  const needs: ArrangeNeeds = {
    displays,
    book: {
      person: AccountId.parse('liwei'),
      layouts: [
        { shelf: 'own', layout: day },
        { shelf: 'workstation', layout: lost },
      ],
      lastUsed: 'day',
    },
    current,
    suggested: [on(0, 'all')],
    apply: hear('apply'),
    save: hear('save'),
    rename: hear('rename'),
    remove: hear('remove'),
    exportTo: hear('export'),
    importFrom: hear('import'),
    identify: async () => void asked.push(['identify']),
    newId: () => 'fresh',
    ...change,
  }
  render(
    <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
      <App>
        <ArrangeWindows needs={needs} onClose={() => void closed.push(true)} />
      </App>
    </ConfigProvider>,
  )
  // Nothing here is told by its looks, and with the library's styles in the page each look at an element takes long.
  document.head.replaceChildren()
  return { asked, closed }
}

/** By label or by text, because asking for roles looks at the style of everything. */
const buttons = (name: string | RegExp, within: ParentNode = document) =>
  [...within.querySelectorAll('button')].filter((button) => {
    const said = button.getAttribute('aria-label') ?? button.textContent
    return typeof name === 'string' ? said === name : name.test(said)
  })
const button = (name: string | RegExp, within?: ParentNode) => buttons(name, within)[0] ?? expect.fail(`no button ${String(name)}`)
const displayOf = (number: number) => button(new RegExp(`^显示器 ${number}，`))
const press = async (name: string | RegExp) => act(() => fireEvent.click(button(name)))
const openDay = () => press(/^白班/)
const typeName = (name: string) => fireEvent.change(screen.getByLabelText('名称'), { target: { value: name } })

test('[L23] each display says its number, its name, its size and what stands on it', () => {
  aDialog()
  expect(displayOf(1).getAttribute('aria-label')).toBe('显示器 1，屏幕 A，主显示器、1920×1080，接报与卡片')
  expect(displayOf(2).getAttribute('aria-label')).toBe('显示器 2，屏幕 B，1920×1080，空')
})

test('[L23] a maximized window is drawn over the whole display, with the small ones on it', () => {
  const small = { ...on(0, 'map'), mode: 'normal' as const, share: { x: 0, y: 0, width: 0.5, height: 0.5 } }
  aDialog(undefined, { current: [small, { ...on(0, 'queue'), share: { x: 0.2, y: 0.2, width: 0.3, height: 0.3 } }] })
  const drawn = [...document.querySelectorAll<HTMLElement>('.xn-desk-window')].map(({ textContent, style }) => [textContent, style.width])
  expect(drawn).toEqual([
    ['接报与卡片', '100%'],
    ['地图', '50%'],
  ])
})

test('[L23] the windows of a display that is not here are listed with where they belong', async () => {
  const { asked } = aDialog()
  await press(/^四屏/)
  const away = screen.getByLabelText('不在这里的显示器')
  expect(within(away).getByText('力量与时限 → LG（1920×1080）')).toBeTruthy()
  await press('移到显示器 1：力量与时限')
  expect(displayOf(1).getAttribute('aria-label')).toContain('接报与卡片、力量与时限')
  await press('在屏幕上显示编号')
  expect(asked).toEqual([['identify']])
})

test('[L24] by the keyboard: arrows go from display to display, a button puts a region there and takes it off', async () => {
  aDialog()
  displayOf(1).focus()
  fireEvent.keyDown(displayOf(1), { key: 'ArrowRight' })
  expect(document.activeElement).toBe(displayOf(2))
  expect(displayOf(2).getAttribute('aria-pressed')).toBe('true')
  const region = () => button(/地图/, screen.getByLabelText('显示器 2 上放什么'))
  fireEvent.click(region())
  expect(region().getAttribute('aria-pressed')).toBe('true')
  expect(displayOf(2).getAttribute('aria-label')).toContain('地图')
  fireEvent.click(region())
  expect(displayOf(2).getAttribute('aria-label')).toContain('空')
})

test('[L24] by the mouse: a region is dragged to a display, a window from one display to another', () => {
  aDialog()
  const ground = (number: number) => displayOf(number).parentElement ?? expect.fail('no ground')
  fireEvent.dragStart(button(/地图/))
  fireEvent.drop(ground(2))
  expect(displayOf(2).getAttribute('aria-label')).toContain('地图')
  const window = within(ground(1)).getByText('接报与卡片')
  fireEvent.dragStart(window)
  fireEvent.drop(ground(2))
  expect(displayOf(1).getAttribute('aria-label')).toContain('空')
  expect(displayOf(2).getAttribute('aria-label')).toContain('地图、接报与卡片')
})

test('[L25] a new arrangement is saved under its name for the person, and then is the one that is open', async () => {
  const saved = { ...layoutOf('fresh', '夜班', current), version: 1 }
  const { asked } = aDialog({ ok: true, layout: saved })
  expect(button('保存')).toHaveProperty('disabled', true)
  typeName(' 夜班 ')
  await press('保存')
  expect(asked).toEqual([['save', 'own', { id: 'fresh', name: '夜班', placements: current, version: 0 }]])
  expect(screen.queryByText(/有未保存的改动/)).toBeNull()
  expect(await screen.findByText('已保存“夜班”')).toBeTruthy()
})

test('[L25] nobody is signed in: it can be saved and imported for the machine alone', async () => {
  const { asked } = aDialog(undefined, { book: { person: null, layouts: [], lastUsed: null } })
  expect(screen.getByLabelText('我的')).toHaveProperty('disabled', true)
  expect(screen.getByText('还没有保存的布局')).toBeTruthy()
  await press('导入为本机布局')
  expect(buttons('导入为我的布局')).toEqual([])
  expect(asked).toEqual([['import', 'workstation']])
})

test('[L25] a layout that is open is applied as it is saved; one that was changed is applied without being saved', async () => {
  const { asked } = aDialog()
  await openDay()
  await press('按此摆放窗口')
  expect(asked.at(-1)).toEqual(['apply', 'day', day.placements])
  await press('去掉：接报与卡片')
  await press('按此摆放窗口')
  expect(asked.at(-1)).toEqual(['apply', null, [day.placements[1]]])
})

test('[L25] renamed, exported and removed after a question, which says when others will miss it', async () => {
  const { asked } = aDialog()
  await press(/^四屏/)
  await press('导出')
  await press('改名')
  const field = screen.getByLabelText('“四屏”改名为')
  fireEvent.change(field, { target: { value: '大厅' } })
  await act(() => fireEvent.keyDown(field, { key: 'Enter' }))
  await press('删除')
  expect(screen.getByText(/这台机器上的人都会看不到它/)).toBeTruthy()
  await act(() => fireEvent.click(buttons('删除').at(-1) ?? expect.fail('no button')))
  expect(asked).toEqual([
    ['export', 'lost'],
    ['rename', 'lost', '大厅'],
    ['remove', 'lost'],
  ])
})

test('[L25] a refusal is said with what can be done, and goes with the next try', async () => {
  aDialog({ ok: false, refusal: 'name-taken' })
  typeName('白班')
  await press('保存')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('已有同名布局')
  await openDay()
  await press('放弃改动')
  await waitFor(() => expect(screen.queryByText(/已有同名布局/)).toBeNull())
})

test('[L25] no answer at all is said too', async () => {
  aDialog(undefined, { apply: () => Promise.reject(new Error('gone')) })
  await press('按此摆放窗口')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('没有完成')
})

test('[L26] changes that are not saved are not lost without a question, by another layout or by closing', async () => {
  const { closed } = aDialog()
  await press('去掉：接报与卡片')
  expect(screen.getByText(/有未保存的改动/)).toBeTruthy()
  await press(/close|关闭/i)
  expect(closed).toEqual([])
  await press('放弃改动')
  expect(closed).toEqual([true])
})

test('[L26] without changes it closes at once', async () => {
  const { closed } = aDialog()
  await press(/close|关闭/i)
  expect(closed).toEqual([true])
})

test.each(['zh-CN', 'en'])('[L27] the dialog has no fault that axe finds, in %s', async (language) => {
  await act(() => speech.changeLanguage(language))
  aDialog()
  await press(/^四屏/)
  const { violations } = await axe.run(document.querySelector('[role=dialog]') ?? document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
})
