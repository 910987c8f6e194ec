import type { MenuItemConstructorOptions } from 'electron'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FakeMenu } from '../testing/fakeShown.ts'
import { menuTemplate, type MenuActs, type MenuState } from './menuTemplate.ts'
import { menuWords } from './words.ts'
import { nextZoom } from './zoomSteps.ts'

const aMenu = (wish: Partial<MenuState> = {}) => {
  const done: string[] = []
  const say = (what: string) => (of?: string) => void done.push(of === undefined ? what : `${what} ${of}`)
  const acts: MenuActs = {
    print: say('print'),
    leave: () => done.push('leave'),
    reload: () => done.push('reload'),
    zoom: say('zoom'),
    toggleFullScreen: () => done.push('full'),
    applyLayout: say('layout'),
    identify: () => done.push('identify'),
    diagnostics: () => done.push('diagnostics'),
    about: () => done.push('about'),
    quit: () => done.push('quit'),
  }
  const state: MenuState = { words: menuWords['zh-CN'], isMac: false, isPackaged: true, hasRoom: true, layouts: [], ...wish }
  const template = menuTemplate(state, acts)
  return { menu: new FakeMenu(template), template, done }
}

const all = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])

test('[E20] the menu is whole in both languages, and every item has words', () => {
  const labels = (['zh-CN', 'en'] as const).map((language) =>
    all(aMenu({ words: menuWords[language] }).template).map(({ label, type }) => (type === 'separator' ? '-' : (label ?? ''))),
  )
  expect(labels[0]?.length).toBe(labels[1]?.length)
  expect(labels.flat()).not.toContain('')
  expect(labels[0]?.some((label, at) => label !== '-' && label === labels[1]?.[at])).toBe(false)
})

test('[E20] each item does what it says', () => {
  const { menu, done } = aMenu({ layouts: [{ id: 'night', name: '夜班 & 值守' }] })
  menu.choose('文件', '打印')
  menu.choose('文件', 'PDF')
  menu.choose('视图', '放大')
  menu.choose('视图', '全屏')
  menu.choose('窗口', '布局', '夜班 && 值守')
  menu.choose('帮助', '诊断')
  menu.choose('文件', '离开')
  expect(done).toEqual(['print paper', 'print pdf', 'zoom in', 'full', 'layout night', 'diagnostics', 'leave'])
})

test('[E20] a packaged program opens no page’s insides', () => {
  const opens = (isPackaged: boolean) =>
    all(aMenu({ isPackaged }).template).filter(({ role }) => role === 'toggleDevTools' || role === 'viewMenu' || role === 'forceReload')
  expect(opens(true)).toEqual([])
  expect(opens(false)).toHaveLength(1)
})

test('[E20] who belongs to no room has none to leave, and no layouts', () => {
  const labels = all(aMenu({ hasRoom: false }).template).map(({ label }) => label)
  expect(labels).not.toContain('离开指挥室…')
  expect(labels).not.toContain('布局')
})

test('[E20] zoom goes in steps, there and back, and stops at its ends', () => {
  expect(nextZoom(3, 'in')).toBe(3)
  expect(nextZoom(0.5, 'out')).toBe(0.5)
  expect(nextZoom(2.5, 'reset')).toBe(1)
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 3, noNaN: true }), (zoom) => {
      const larger = nextZoom(zoom, 'in')
      expect(larger >= zoom && larger <= 3).toBe(true)
      if (larger > zoom) expect(nextZoom(larger, 'out')).toBeLessThanOrEqual(zoom + 0.001)
    }),
  )
})
