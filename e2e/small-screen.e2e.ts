import type { Page } from '@playwright/test'
import { expect, test } from './testing/roomTest.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** What an operator must see of a report that was just opened, without scrolling anything. */
const mustSee = (page: Page, said: string) => {
  const card = page.locator('.xn-card')
  return {
    'the caller’s words': card.locator('.xn-words', { hasText: said }).first(),
    'the kind': card.locator('.xn-card-head h2'),
    'the place': card.getByText('钱江路58号太和广场3幢', { exact: false }).first(),
    'the first recommended unit': card.locator('.xn-candidate').first(),
    'the second recommended unit': card.locator('.xn-candidate').nth(1),
    'the send button': card.getByRole('button', { name: /^派单/ }),
  }
}

const said = '楼上半夜还在装修，电钻声音很大，孩子睡不着'
const stabbing = '一个人拿刀砍人，满身是血，快来人'

test('[C46] words, kind, place, first units and the send button stand on 1366×768 and 1920×1080 without scrolling while alarms stand', async ({
  outside,
  openConsole,
}) => {
  const page = await openConsole('operator1', sizes[0])
  const incident = await outside.push110({ bjnr: said, sfdz: '钱江路58号太和广场3幢' })
  for (const number of [1, 2, 3, 4]) await outside.push110({ bjnr: stabbing, sfdz: `富春路${number}号` })
  await expect(page.locator('.xn-alarms')).toHaveAttribute('data-count', '4')
  await page.locator('.xn-row-main', { hasText: incident }).first().click()
  await page.locator('.xn-candidate').nth(1).waitFor()
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const [what, found] of Object.entries(mustSee(page, said)))
      await expect(found, `${what}, ${size.width}`).toBeInViewport({ ratio: 1 })
  }
})

test('[C47] a new alarm moves nothing that is under the mouse', async ({ outside, openConsole }) => {
  const page = await openConsole('operator1', sizes[0])
  const incident = await outside.push110({ bjnr: said, sfdz: '钱江路58号太和广场3幢' })
  await page.locator('.xn-row-main', { hasText: incident }).first().click()
  const unit = page.locator('.xn-candidate').first()
  await unit.waitFor()
  const topOf = async () => (await unit.boundingBox())?.y
  const before = await topOf()
  for (const number of [1, 2, 3, 4, 5]) {
    await outside.push110({ bjnr: stabbing, sfdz: `富春路${number}号` })
    await expect(page.locator('.xn-alarms')).toHaveAttribute('data-count', String(number))
    expect(await topOf()).toBe(before)
  }
})
