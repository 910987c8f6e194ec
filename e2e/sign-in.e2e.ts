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
