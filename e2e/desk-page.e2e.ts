import { deskOrigin, deskPage } from './testing/deskPage.ts'
import { expect, test as base } from './testing/roomTest.ts'
import { password, startRoom } from './testing/runningRoom.ts'
import { liveSign } from './testing/liveSign.ts'

const test = base.extend({
  room: async ({ page: _page }, use) => {
    const room = await startRoom('--page-origin', deskOrigin)
    await use(room)
    await room.close()
  },
})

test('[C52] a page that the desk serves signs in without a cookie, hears the room by tickets, over a restart too, and is signed out with its session', async ({
  room,
  outside,
  browser,
}) => {
  const desk = await deskPage(browser, room)
  const { page } = desk
  const tiles: string[] = []
  page.on('response', (answer) => void (/\/tiles\//.test(answer.url()) && answer.ok() && tiles.push(new URL(answer.url()).origin)))
  await page.goto(`${deskOrigin}/`)
  await page.getByLabel('账号').fill('operator1')
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await liveSign(page).waitFor()
  expect([await desk.context.cookies(), desk.tickets()]).toEqual([[], 1])
  const told = await outside.push110({ bjnr: '楼上半夜还在装修，电钻声音很大', sfdz: '钱江路58号太和广场3幢' })
  await expect(page.getByText(told).first()).toBeVisible()
  await expect.poll(() => [...new Set(tiles)]).toEqual([deskOrigin])

  await room.kill()
  await expect(liveSign(page)).toBeHidden()
  await room.start()
  await liveSign(page).waitFor()
  const again = await outside.push110({ bjnr: '小区门口占道摆摊，油烟很大', sfdz: '钱江路60号' })
  await expect(page.getByText(again).first()).toBeVisible()
  expect(desk.tickets()).toBeGreaterThan(1)

  const supervisor = { cookie: await outside.signIn('supervisor1') }
  await outside.ask('DELETE', '/api/manage/accounts/operator1/sessions', undefined, supervisor)
  await expect(page.getByLabel('密码')).toBeVisible()
  await desk.close()
})
