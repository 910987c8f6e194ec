import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Desktop } from './desktop.ts'
import { deskTest as test, left, pageAt, right } from './testing/deskTest.ts'

const half = right.bounds.width / 2
const alone = { queue: left.bounds, map: right.bounds }
const shared = {
  queue: left.bounds,
  map: { ...right.bounds, width: half },
  board: { ...right.bounds, x: right.bounds.x + half, width: half },
}

/** Where each part of the console stands; a window that has just opened has no address yet. */
const places = async (desktop: Desktop) =>
  Object.fromEntries((await desktop.windows()).map(({ url, bounds }) => [/region=(\w+)/.exec(url)?.[1], bounds]))

const openDialog = async (page: Page) => {
  await page.getByRole('button', { name: '本席设置' }).click()
  await page.getByRole('button', { name: '窗口布局…' }).click()
  const dialog = page.getByRole('dialog', { name: '窗口布局' })
  const press = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true }).click()
  return { dialog, press }
}

test('[L31] windows stand as the dialog says: arranged, named, by default, by name again, and after a restart', async ({ openAtWork }) => {
  const { desktop, taking } = await openAtWork()
  const { dialog, press } = await openDialog(taking)
  const standsAs = (wanted: object) => expect.poll(() => places(desktop)).toEqual(wanted)

  await dialog.getByRole('button', { name: /^显示器 2，/ }).press('Enter')
  await press('力量与时限')
  await dialog.getByLabel('名称').fill('双屏白班')
  await press('保存')
  await dialog.getByRole('button', { name: /^双屏白班/ }).waitFor()
  await press('按此摆放窗口')
  await standsAs(shared)
  await pageAt(desktop, 'region=board')

  await press('现在的窗口')
  await press('默认摆放')
  await press('按此摆放窗口')
  await standsAs(alone)

  await press(/^双屏白班/)
  await press('按此摆放窗口')
  await standsAs(shared)
  await expect(dialog.getByText('上次使用')).toBeVisible()

  await desktop.control('app.quit')
  await desktop.start()
  await pageAt(desktop, 'region=board')
  await standsAs(shared)
})

test('[L31] a layout is carried out as a file and in again, and none is lost by a careless key', async ({ openAtWork }) => {
  const { desktop, taking } = await openAtWork()
  const { dialog, press } = await openDialog(taking)
  const file = join(desktop.userData, '大厅.json')
  await dialog.getByLabel('名称').fill('大厅')
  // Whoever hits Escape and then Enter in haste loses nothing.
  await taking.keyboard.press('Escape')
  await expect(taking.getByRole('button', { name: /^取\s?消$/ })).toBeFocused()
  await taking.keyboard.press('Enter')
  await press('保存')
  await desktop.control('dialog.answer', { method: 'showSaveDialog', answer: { canceled: false, filePath: file } })
  await press('导出')
  await taking.getByText('已导出').waitFor()
  await desktop.control('dialog.answer', { method: 'showOpenDialog', answer: { canceled: false, filePaths: [file] } })
  await press('导入为我的布局')
  await expect(dialog.getByRole('button', { name: /^大厅 \(2\)/ })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^显示器 2，/ })).toHaveAccessibleName(/地图/)
})
