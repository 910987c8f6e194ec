import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { deskTest as test, left, pageAt, right } from './testing/deskTest.ts'

const quarrel = { bjnr: '地下车库车位被占，对方不肯挪车，两个人吵起来了', sfdz: '钱江路58号' }

test('[E50] on two displays queue and map stand on their own; a cable pulled brings the map over, put back in it goes home @smoke', async ({
  openAtWork,
}) => {
  const { desktop } = await openAtWork()
  const map = async () => (await desktop.windows()).find(({ url }) => url.includes('region=map'))
  const xOf = async () => (await map())?.bounds.x ?? NaN
  expect(await xOf()).toBeGreaterThanOrEqual(right.bounds.x)

  await desktop.setDisplays([left])
  await expect.poll(xOf).toBeLessThan(right.bounds.x)
  expect((await map())?.isVisible).toBe(true)

  await desktop.setDisplays([left, right])
  await expect.poll(xOf).toBeGreaterThanOrEqual(right.bounds.x)
})

test('[E51] what is picked on the map is open on the card in the other window', async ({ outside, openAtWork }) => {
  const { desktop, taking: queue } = await openAtWork()
  const map = await pageAt(desktop, 'region=map')
  await map.getByText('实时').waitFor()
  const incident = await outside.push110(quarrel)
  await expect(queue.getByText(incident).first()).toBeVisible()
  await map.getByRole('combobox', { name: '查地址、力量、事件编号' }).fill(incident)
  await map.locator('.ant-select-item-option', { hasText: incident }).first().click()
  await expect(queue.locator(`article[aria-label="${incident}"]`)).toBeVisible()
})

test('[E53] the server is killed under open windows: each says so, and each is live again when it is back', async ({
  room,
  openAtWork,
}) => {
  const { desktop, taking: queue } = await openAtWork()
  const map = await pageAt(desktop, 'region=map')
  for (const page of [queue, map]) await expect(page.getByText('实时')).toBeVisible()
  await room.kill()
  for (const page of [queue, map]) await expect(page.getByText(/已断开，自/)).toBeVisible()
  await room.start()
  for (const page of [queue, map]) await expect(page.getByText('实时')).toBeVisible()
})

test('[E54] started again, the session is still there and the windows stand as they were left', async ({ openAtWork }) => {
  const { desktop } = await openAtWork()
  const map = async () => (await desktop.windows()).find(({ url }) => url.includes('region=map'))
  const moved = { x: 100, y: 80, width: 900, height: 600 }
  await desktop.control('window.move', { id: (await map())?.id ?? 0, bounds: moved })
  const kept = () => readFile(join(desktop.userData, 'layouts/layouts.json'), 'utf8').catch(() => '')
  // Kept once the hand has let go.
  await expect.poll(kept).toContain('"mode": "normal"')
  await desktop.control('app.quit')
  await desktop.start()
  await expect((await pageAt(desktop, 'region=queue')).getByText('实时')).toBeVisible()
  expect((await map())?.bounds).toEqual(moved)
})

test('[E52] a window whose page was killed has it back, where it was, while the other stands', async ({ openAtWork }) => {
  const { desktop, taking: queue } = await openAtWork()
  const map = async () => (await desktop.windows()).find(({ url }) => url.includes('region=map'))
  const before = await map()
  const page = await pageAt(desktop, 'region=map')
  await page.getByText('实时').waitFor()
  await desktop.control('renderer.crash', before?.id ?? 0)
  await expect((await pageAt(desktop, 'region=map')).getByText('实时')).toBeVisible()
  expect(await map()).toEqual(before)
  await expect(queue.getByText('实时')).toBeVisible()
})

test('[E57] made for four monitors and opened on one, every window can be seen and reached; the monitors back, each is home', async ({
  openAtWork,
}) => {
  const four = [0, 1, 2, 3].map((at) => ({ id: at + 1, bounds: { x: (at - 1) * 1366, y: 0, width: 1366, height: 768 }, label: `m${at}` }))
  const [, primary] = four
  const { desktop } = await openAtWork(four)
  const stand = async () => {
    const windows = (await desktop.windows()).map(({ url, bounds, isVisible }) => ({ url, bounds, isVisible }))
    return windows.sort((one, other) => one.url.localeCompare(other.url))
  }
  await expect.poll(async () => (await stand()).filter(({ isVisible }) => isVisible).length).toBe(4)
  const home = await stand()
  expect(new Set(home.map(({ bounds }) => bounds.x))).toEqual(new Set(four.map(({ bounds }) => bounds.x)))

  await desktop.setDisplays(primary ? [primary] : [])
  const strays = async () =>
    (await stand()).filter(({ bounds, isVisible }) => !isVisible || bounds.x < 0 || bounds.x + bounds.width > 1366).length
  await expect.poll(strays).toBe(0)
  expect((await stand()).map(({ url }) => url)).toEqual(home.map(({ url }) => url))

  await desktop.setDisplays(four)
  await expect.poll(stand).toEqual(home)
})
