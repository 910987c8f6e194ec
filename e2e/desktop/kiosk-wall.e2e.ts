import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { sceneIs, wallPlan as plan } from '../testing/aWall.ts'
import { deskTest as test, pageAt, signIn } from './testing/deskTest.ts'
import { liveSign } from '../testing/liveSign.ts'

const hall = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, label: 'hall' }

/** What the pointer looks like over each part of the page, each once. */
const cursors = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...new Set([...document.querySelectorAll('#page, #page *')].map((element) => getComputedStyle(element).cursor))])

test('[E62] a wall’s link makes a kiosk wall: whole display, no cursor, live, turning, cut with the server, back after a power cut @smoke', async ({
  room,
  outside,
  openDesktop,
}, { outputDir }) => {
  test.slow()
  const { wall, url } = await outside.hangWall(plan)
  const desktop = await openDesktop({ displays: [hall], env: { XDG_CONFIG_HOME: join(outputDir, 'config') } })
  const begin = await pageAt(desktop, '/begin/')
  await begin.getByRole('textbox').fill(url)
  await expect(begin.getByText(/这台机器将成为大屏/)).toBeVisible()
  await begin.screenshot({ path: 'test-results/screens/desktop-begin-wall.png' })
  await begin.keyboard.press('Enter')

  const page = await pageAt(desktop, '/wall/')
  await liveSign(page).waitFor()
  const windows = await desktop.windows()
  expect(windows.map(({ bounds, isFullScreen, isKiosk }) => ({ bounds, isFullScreen, isKiosk }))).toEqual([
    { bounds: hall.bounds, isFullScreen: true, isKiosk: true },
  ])
  expect(await cursors(page)).toEqual(['none'])
  expect(page.url()).not.toContain('#')
  for (const scene of ['figures', 'stages', 'eyes', 'map']) await sceneIs(page, scene)

  const incident = await outside.push110({ bjnr: '服装市场门口有人打架，一个人头破血流', sfdz: '服装市场' })
  const console = await outside.boardOf('dispatcher1')
  await console.do({ type: 'wall.show', wall, wish: { kind: 'incident', incident } })
  await expect(page.getByRole('article', { name: incident })).toBeVisible()
  await expect(page.getByText(/王建军 于 .* 放上大屏/)).toBeVisible()

  await room.kill()
  await expect(page.getByText(/已断开 \d/)).toBeVisible()
  await expect(page.getByText(/以下是 \d\d:\d\d:\d\d 的情况，不是现在/)).toBeVisible()
  await room.start()
  await expect(liveSign(page)).toBeVisible()
  await expect(page.getByRole('article', { name: incident })).toBeVisible()

  // A power cut takes both, and the wall's machine is up first.
  await Promise.all([desktop.kill(), room.kill()])
  await desktop.start()
  const again = await pageAt(desktop, '/wall/')
  await expect(again.getByText('连不上指挥室服务器')).toBeVisible()
  expect(await cursors(again)).toEqual(['none'])
  await room.start()
  await expect(again.getByRole('article', { name: incident })).toBeVisible()
  expect((await desktop.windows()).map(({ isKiosk }) => isKiosk)).toEqual([true])
})

test('[E63] on four displays the wall waits for a person, is up as one signs in beside it, and dark as they leave', async ({
  room,
  outside,
  openDesktop,
}) => {
  const displays = [0, 1, 2, 3].map((at) => ({ ...hall, id: at + 1, bounds: { ...hall.bounds, x: at * 1920 }, label: `display ${at + 1}` }))
  const desktop = await openDesktop({ displays, args: ['--server', room.address()] })
  const wall = await pageAt(desktop, '/wall/')
  await expect(wall.getByText('等待登录')).toBeVisible()
  expect(await cursors(wall)).toEqual(['none'])
  const queue = await pageAt(desktop, 'region=queue')
  await signIn(queue)
  await expect(liveSign(wall)).toBeVisible()
  const there = await desktop.windows()
  expect(there.filter(({ url, isKiosk }) => url.includes('/wall/') && isKiosk).map(({ bounds }) => bounds)).toEqual([displays[3]?.bounds])
  // Nobody has arranged a wall; once somebody does, it is that one.
  await expect(wall.getByRole('main', { name: '大屏' })).toBeVisible()
  const hung = await outside.hangWall({ ...plan, pages: ['eyes'] })
  await expect(wall.getByRole('main', { name: plan.name })).toBeVisible()
  await sceneIs(wall, 'eyes')
  const other = await outside.boardOf('dispatcher1')
  await expect.poll(() => other.screensOf(hung.wall)).toBe(1)
  await queue.evaluate(() => fetch('/api/session', { method: 'DELETE', headers: { 'x-xiaonao': '1' } }).then(({ status }) => status))
  await expect(wall.getByText('等待登录')).toBeVisible()
  await expect.poll(() => other.screensOf(hung.wall)).toBe(0)
  other.close()
})
