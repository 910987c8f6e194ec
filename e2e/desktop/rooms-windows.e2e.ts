import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Desktop } from './desktop.ts'
import { deskTest as test, left, pageAt, right, signIn } from './testing/deskTest.ts'
import { liveSign } from '../testing/liveSign.ts'

const quarrel = { bjnr: '地下车库车位被占，对方不肯挪车，两个人吵起来了', sfdz: '钱江路58号' }

const mapOf = async (desktop: Desktop) => (await desktop.windows()).find(({ url }) => url.includes('region=map'))

test('[E61] [E51] [E50] [E52] [E55] [E53] a morning at a desk of two displays @smoke', async ({ room, outside, openDesktop }) => {
  test.slow()
  const desktop = await openDesktop({ displays: [left, right] })
  const step = test.step

  await step('[E61] it joins a room by its address, and its windows open where the displays suggest', async () => {
    const begin = await pageAt(desktop, '/begin/')
    await begin.getByRole('textbox').fill(room.address())
    await begin.keyboard.press('Enter')
    await signIn(await pageAt(desktop, 'region=queue'))
    await liveSign(await pageAt(desktop, 'region=map')).waitFor()
  })
  const queue = await pageAt(desktop, 'region=queue')

  await step('[E51] what is picked on the map is open on the card in the other window', async () => {
    const map = await pageAt(desktop, 'region=map')
    const incident = await outside.push110(quarrel)
    await expect(queue.getByText(incident).first()).toBeVisible()
    await map.getByRole('combobox', { name: '查地址、力量、事件编号' }).fill(incident)
    await map.locator('.ant-select-item-option', { hasText: incident }).first().click()
    await expect(queue.locator(`article[aria-label="${incident}"]`)).toBeVisible()
  })

  await step('[E50] a cable pulled brings the map over, put back in it goes home', async () => {
    const xOf = async () => (await mapOf(desktop))?.bounds.x ?? NaN
    expect(await xOf()).toBeGreaterThanOrEqual(right.bounds.x)
    await desktop.setDisplays([left])
    await expect.poll(xOf).toBeLessThan(right.bounds.x)
    expect((await mapOf(desktop))?.isVisible).toBe(true)
    await desktop.setDisplays([left, right])
    await expect.poll(xOf).toBeGreaterThanOrEqual(right.bounds.x)
  })

  await step('[E52] a window whose page was killed has it back, where it was, while the other stands', async () => {
    const before = await mapOf(desktop)
    await desktop.control('renderer.crash', before?.id ?? 0)
    await expect(liveSign(await pageAt(desktop, 'region=map'))).toBeVisible()
    expect(await mapOf(desktop)).toEqual(before)
    await expect(liveSign(queue)).toBeVisible()
  })

  await step('[E55] a second start hands its link to the first and ends: the incident is open where reports are taken', async () => {
    const incident = await outside.push110({ bjnr: '小区门口占道摆摊，油烟很大', sfdz: '富春路12号' })
    await expect(queue.getByText(incident).first()).toBeVisible()
    const windows = (await desktop.windows()).length
    await desktop.secondInstance([`xiaonao://incident/${incident}`])
    await expect(queue.locator(`article[aria-label="${incident}"]`)).toBeVisible()
    expect(await desktop.windows()).toHaveLength(windows)
  })

  await step('[E53] the server is killed under open windows: each says so, and each is live again when it is back', async () => {
    const both = [queue, await pageAt(desktop, 'region=map')]
    await room.kill()
    for (const page of both) await expect(page.getByText(/已断开，自/)).toBeVisible()
    await room.start()
    for (const page of both) await expect(liveSign(page)).toBeVisible()
  })
})

test('[E54] started again, the session is still there and the windows stand as they were left', async ({ openAtWork }) => {
  const { desktop } = await openAtWork()
  const moved = { x: 100, y: 80, width: 900, height: 600 }
  await desktop.control('window.move', { id: (await mapOf(desktop))?.id ?? 0, bounds: moved })
  const kept = () => readFile(join(desktop.userData, 'layouts/layouts.json'), 'utf8').catch(() => '')
  // Kept once the hand has let go.
  await expect.poll(kept).toContain('"mode": "normal"')
  await desktop.control('app.quit')
  await desktop.start()
  await expect(liveSign(await pageAt(desktop, 'region=queue'))).toBeVisible()
  expect((await mapOf(desktop))?.bounds).toEqual(moved)
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
