import type { Page } from '@playwright/test'
import { audit, auditScale, themes } from './testing/audit.ts'
import { expect, test } from './testing/roomTest.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
] as const

/** The console and the supervisor's page have a switch, which names what it switches to. */
const switchTo = (page: Page, theme: 'dark' | 'light') =>
  page.getByRole('button', { name: theme === 'light' ? '浅色' : '深色', exact: true }).click()

/** Phones follow the light of their system. */
const lookInBoth = async (page: Page, { look }: ReturnType<typeof audit>, name: string) => {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    await look(name, colorScheme)
  }
}

test('the sign-in page has no serious axe finding in either theme', async ({ room, browser }) => {
  for (const theme of themes) {
    const context = await browser.newContext({ viewport: sizes[0], deviceScaleFactor: auditScale, locale: 'zh-CN' })
    // There is no switch before sign-in: the page wears what this browser chose last.
    await context.addInitScript((theme) => localStorage.setItem('xiaonao.console', JSON.stringify({ theme })), theme)
    const page = await context.newPage()
    const { look, findings } = audit(page)
    await page.goto(room.address())
    await page.getByLabel('账号').waitFor()
    await look('sign-in', theme)
    await page.getByLabel('账号').fill('operator1')
    await page.getByLabel('密码').fill('wrong-on-purpose')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await look('sign-in-refused', theme)
    expect(findings()).toEqual([])
    await context.close()
  }
})

/** Everything that opens beside the card, one after the other; each leaves the console as it was. */
const overlays: Readonly<
  Record<string, { readonly open: (page: Page) => Promise<unknown>; readonly close: (page: Page) => Promise<unknown> }>
> = {
  keys: { open: (page) => page.getByRole('button', { name: /快捷键/ }).click(), close: (page) => page.keyboard.press('Escape') },
  command: { open: (page) => page.getByRole('button', { name: /命令/ }).click(), close: (page) => page.keyboard.press('Escape') },
  report: { open: (page) => page.keyboard.press('n'), close: (page) => page.keyboard.press('Escape') },
}

test('the console has no serious axe finding, at every size, in both themes', async ({ outside, openConsole }) => {
  // Twenty-two looks at a map drawn by software.
  test.slow()
  const page = await openConsole('operator1', { ...sizes[0], scale: auditScale, hasMap: true })
  const { look, looks, findings } = audit(page)
  const incident = await outside.push110({ bjnr: '楼上半夜还在装修，电钻声音很大，孩子睡不着', sfdz: '钱江路58号太和广场3幢' })
  await outside.push110({ bjnr: '服装市场门口有人打架，一个人头破血流', sfdz: '服装市场' })
  await page.locator('.xn-row-main', { hasText: incident }).first().click()
  await page.getByText('我接手').first().waitFor()
  const tool = (name: string) => page.getByRole('toolbar', { name: '地图工具' }).getByRole('button', { name, exact: true })
  const openPanel = async (panel: string) => {
    await tool(panel).click()
    await expect(tool(panel)).toHaveAttribute('aria-pressed', 'true')
  }
  const board = page.getByRole('region', { name: '力量与时限' })
  for (const theme of themes) {
    if (theme === 'light') await switchTo(page, theme)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.waitForLoadState('networkidle')
      await look('console-card', theme)
      await board.getByRole('button', { name: '交接班', exact: true }).click()
      await openPanel('图层')
      await look('console-panels', theme)
      await tool('图层').click()
      await board.getByRole('button', { name: '力量与时限', exact: true }).click()
    }
    await page.setViewportSize(sizes[0])
    for (const panel of ['图例', '圈选力量']) {
      await openPanel(panel)
      await look(`console-${panel}`, theme)
      await tool(panel).click()
    }
    for (const [name, { open, close }] of Object.entries(overlays)) {
      await open(page)
      await page.getByRole('dialog').waitFor()
      await look(`console-${name}`, theme)
      await close(page)
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  }
  expect(findings()).toEqual([])
  expect(looks()).toBe(2 * (3 * 2 + 2 + 3))
})

const tasks = ['账号', '手脚链接', '渠道令牌', '屋联码', '大屏', '排班', '时限方案', '阈值', '研判模型', '退回表单'] as const

test('no task of the supervisor’s page has a serious axe finding in either theme', async ({ room, outside, openConsole }) => {
  // Something stands in every table: a token, a link, a form that was refused.
  await outside.fieldLink('W17')
  const authorization = `Bearer ${await outside.tokenFor('110')}`
  expect((await outside.ask('POST', '/api/intake/110', { bjnr: 1 }, { authorization })).status).toBe(400)
  const page = await openConsole('supervisor1', { ...sizes[0], scale: auditScale })
  await page.goto(`${room.address()}/supervise/`)
  const { look, findings } = audit(page)
  const menu = page.getByRole('navigation', { name: '管理' })
  await expect(menu.getByRole('link')).toHaveText([...tasks])
  for (const theme of themes) {
    if (theme === 'light') await switchTo(page, theme)
    for (const task of tasks) {
      await menu.getByRole('link', { name: task, exact: true }).click()
      await page.locator('main .xn-task-head').waitFor()
      await expect(menu.getByRole('link', { name: task, exact: true })).toHaveAttribute('aria-current', 'page')
      await page.waitForLoadState('networkidle')
      await look(`supervise-${task}`, theme)
    }
  }
  expect(findings()).toEqual([])
})

test('the field page has no serious axe finding in any of its states, in both themes', async ({ room, outside, openPhone }) => {
  const incident = await outside.push110({ bjnr: '路口两辆电动车碰了一下，人没事，要求调解', sfdz: '钱江路58号' })
  const desk = await outside.boardOf('operator1')
  const page = await openPhone(await outside.fieldLink('W17'))
  const state = audit(page)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const sheet = async (opened: string, name: string) => {
    await press(opened)
    await page.getByRole('dialog').waitFor()
    await lookInBoth(page, state, name)
    await page.getByRole('dialog').getByRole('button', { name: '返回' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.getByText('现在没有任务').waitFor()
  await lookInBoth(page, state, 'field-idle')
  await sheet('上报新情况', 'field-report')
  await desk.do({ type: 'units.assign', incident, orders: [{ unit: 'W17', lead: true, order: '请到场调解', callIn: true, why: [] }] })
  await page.getByText('请到场调解').waitFor()
  await lookInBoth(page, state, 'field-assigned')
  await sheet('退单', 'field-return')
  await sheet('增援', 'field-help')
  for (const step of ['签收', '出发']) await press(step)
  await page.getByRole('button', { name: '到场', exact: true }).waitFor()
  await lookInBoth(page, state, 'field-on-the-way')
  for (const step of ['到场', '开始处置']) await press(step)
  await sheet('反馈', 'field-feedback')
  await page.context().setOffline(true)
  await page.getByText(/无网络/).waitFor()
  await lookInBoth(page, state, 'field-cut')
  await page.context().setOffline(false)
  expect(state.findings()).toEqual([])

  const without = await openPhone(`${room.address()}/field/`)
  const stranger = audit(without)
  await without.getByText('还没有任务链接').waitFor()
  await lookInBoth(without, stranger, 'field-no-link')
  expect(stranger.findings()).toEqual([])
})

test('the citizens’ page has no serious axe finding while reporting and following, in both themes', async ({ outside, openPhone }) => {
  const page = await openPhone(await outside.buildingUrl('太和广场3幢'))
  const state = audit(page)
  await page
    .getByText(/太和广场3幢/)
    .first()
    .waitFor()
  await lookInBoth(page, state, 'citizen-report')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('alert')).not.toBeEmpty()
  await page.locator('button.choice').first().click()
  await lookInBoth(page, state, 'citizen-report-filled')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已收到').first().waitFor()
  await lookInBoth(page, state, 'citizen-following')
  const desk = await outside.boardOf('operator1')
  const incident = `E-${desk.board().nextIncident - 1}`
  await desk.do({ type: 'incident.take', incident })
  await desk.do({ type: 'incident.close', incident, outcome: '已处置', note: '网格员已清理' })
  await page.reload()
  await page.getByText(/您对处理满意吗/).waitFor()
  await lookInBoth(page, state, 'citizen-rating')
  expect(state.findings()).toEqual([])
})
