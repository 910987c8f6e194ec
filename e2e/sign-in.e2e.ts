import { expect, test } from './testing/roomTest.ts'

test('a stranger gets nothing but the sign-in page @smoke', async ({ room, outside, browser }) => {
  const page = await browser.newPage()
  await page.goto(room.address())
  await expect(page.getByLabel('账号')).toBeVisible()
  for (const path of [
    '/api/town',
    '/api/taxonomy',
    '/api/settings',
    '/api/manage/accounts',
    '/api/field/me',
    `/api/photos/${'a'.repeat(64)}`,
  ]) {
    const { status } = await outside.ask('GET', path)
    expect(status, path).toBe(401)
  }
})

test('a pushed call is on the console of an operator who is signed in, at once @smoke', async ({ outside, openConsole }) => {
  const page = await openConsole('operator1')
  const incident = await outside.push110({ bjnr: '楼上半夜还在装修，电钻声音很大，孩子睡不着', sfdz: '钱江路58号太和广场3幢' })
  await expect(page.getByText(incident).first()).toBeVisible()
})
