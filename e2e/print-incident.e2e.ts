import { expect, test } from './testing/roomTest.ts'

/** Between the margins of A4 upright, in CSS pixels. */
const paperWidth = 688

const words = `楼上半夜还在装修，电钻声音很大，孩子睡不着。${'对方说装修队明天一早就走，'.repeat(60)}订单号${'8'.repeat(120)}`

test('[C62] on A4 nothing of an incident is cut off, however long the words', async ({ outside, openConsole }) => {
  const page = await openConsole('operator1')
  const incident = await outside.push110({ bjnr: words, sfdz: '钱江路58号太和广场3幢' })
  await page.locator('.xn-row-main', { hasText: incident }).first().click()
  await page.locator('.xn-candidate input:checked').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.xn-assignment').first()).toBeVisible()
  // The browser's own dialog would stand in the way: it is never opened, and so the sheet stays.
  await page.evaluate(() => void (window.print = () => {}))
  await page.keyboard.press('Control+p')
  const sheet = page.locator('.xn-sheet')
  await expect(sheet).toHaveCount(1)
  await page.setViewportSize({ width: paperWidth, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  await expect(sheet).toBeVisible()
  await expect(page.locator('#page')).toBeHidden()
  const cut = await sheet.evaluate((whole) => {
    const { right } = whole.getBoundingClientRect()
    return [...whole.querySelectorAll('*')]
      .filter((part) => part.getBoundingClientRect().right > right + 1 || part.scrollWidth > part.clientWidth + 1)
      .filter((part) => getComputedStyle(part).display !== 'inline')
      .map((part) => part.outerHTML.slice(0, 120))
  })
  expect(cut).toEqual([])
  for (const said of [words, '钱江路58号太和广场3幢', '沈佳', '派单', '处置过程']) await expect(sheet).toContainText(said)
  await expect(sheet).not.toContainText('13800001234')
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pdf.length).toBeGreaterThan(10_000)
})
