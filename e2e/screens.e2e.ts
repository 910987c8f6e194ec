import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { seriousFindings } from './testing/axe.ts'
import { expect, test } from './testing/roomTest.ts'

const folder = join(import.meta.dirname, '../test-results/screens')
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
] as const

const shot = async (page: Page, name: string) => {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

test('the sign-in page has no serious axe finding in either theme', async ({ room, browser }) => {
  for (const colorScheme of ['dark', 'light'] as const) {
    const context = await browser.newContext({ colorScheme, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(room.address())
    await page.getByLabel('账号').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await shot(page, `sign-in-${colorScheme}`)
    await context.close()
  }
})

test('the console has no serious axe finding, at every size, in both themes', async ({ outside, openConsole }) => {
  const page = await openConsole('operator1', sizes[0])
  const incident = await outside.push110({ bjnr: '楼上半夜还在装修，电钻声音很大，孩子睡不着', sfdz: '钱江路58号太和广场3幢' })
  await outside.push110({ bjnr: '服装市场门口有人打架，一个人头破血流', sfdz: '服装市场' })
  await page.locator('.xn-row-main', { hasText: incident }).first().click()
  await page.getByText('我接手').first().waitFor()
  for (const theme of ['dark', 'light'] as const) {
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.waitForLoadState('networkidle')
      await shot(page, `console-${theme}-${size.width}`)
    }
    expect(await seriousFindings(page), theme).toEqual([])
    await page
      .getByRole('button', { name: '浅色' })
      .click({ timeout: 5_000 })
      .catch(() => undefined)
  }
})

test('the supervisor’s page has no serious axe finding', async ({ room, openConsole }) => {
  const page = await openConsole('supervisor1', sizes[1])
  await page.goto(`${room.address()}/supervise/`)
  await page.getByText('账号').first().waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'supervise-accounts')
})

test('the field and citizen pages have no serious axe finding on a phone', async ({ outside, openPhone }) => {
  const incident = await outside.push110({ bjnr: '路口两辆电动车碰了一下，人没事，要求调解', sfdz: '钱江路58号' })
  const desk = await outside.boardOf('operator1')
  await desk.do({ type: 'units.assign', incident, orders: [{ unit: 'W17', lead: true, order: '请到场调解', callIn: true, why: [] }] })
  const field = await openPhone(await outside.fieldLink('W17'))
  await field.getByText('请到场调解').waitFor()
  expect(await seriousFindings(field)).toEqual([])
  await shot(field, 'field-task')
  const citizen = await openPhone(await outside.buildingUrl('太和广场3幢'))
  await citizen
    .getByText(/太和广场3幢/)
    .first()
    .waitFor()
  expect(await seriousFindings(citizen)).toEqual([])
  await shot(citizen, 'citizen-report')
})
