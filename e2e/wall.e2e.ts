import type { Page } from '@playwright/test'
import { sceneIs, wallPlan as plan } from './testing/aWall.ts'
import { audit, auditScale, themes } from './testing/audit.ts'
import { expect, test } from './testing/roomTest.ts'
import { liveSign } from './testing/liveSign.ts'

test('a wall is hung, enters by its link, turns, shows what is put on it, lives through a dead server, and ends with its pass @smoke', async ({
  room,
  outside,
  openConsole,
  browser,
}) => {
  test.slow()
  const desk = await openConsole('supervisor1')
  const managing = await desk.context().newPage()
  await managing.goto(`${room.address()}/supervise/#walls`)
  await managing.getByRole('article', { name: '新大屏' }).getByLabel('每页秒数').fill('3')
  await managing.getByRole('button', { name: '新建' }).click()
  const card = managing.getByRole('article', { name: '指挥大厅' })
  await card.getByRole('button', { name: '发放通行码' }).click()
  const link = (await card.locator('.xn-wall-link-text').innerText()).trim()

  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    deviceScaleFactor: auditScale,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const wall = await context.newPage()
  await wall.goto(link)
  await liveSign(wall).waitFor()
  // The pass is not left where visitors could read it.
  expect(wall.url()).toBe(`${room.address()}/wall/`)
  for (const page of ['figures', 'stages', 'eyes', 'map']) await sceneIs(wall, page)

  const incident = await outside.push110({ bjnr: '服装市场门口有人打架，一个人头破血流，电话13800001234', sfdz: '服装市场' })
  await desk.locator('.xn-row-main', { hasText: incident }).first().click()
  await desk.getByRole('button', { name: '上大屏' }).click()
  await sceneIs(wall, 'incident')
  await expect(wall.getByRole('article', { name: incident })).toBeVisible()
  await expect(wall.getByText(/陈慧 于 .* 放上大屏/)).toBeVisible()
  const text = await wall.locator('body').innerText()
  for (const secret of ['张女士', '1380000', '头破血流']) expect(text).not.toContain(secret)

  await desk.getByRole('button', { name: '大屏', exact: true }).click()
  const panel = desk.getByRole('region', { name: '大屏' }).filter({ hasText: '在线' })
  await panel.getByRole('button', { name: '撤下' }).click()
  await expect(wall.locator('.xn-wall')).not.toHaveAttribute('data-scene', 'incident')
  await panel.getByRole('button', { name: '需要盯住' }).click()
  await sceneIs(wall, 'eyes')
  await expect(wall.getByText('停住')).toBeVisible()
  await expect(wall.locator('.xn-wall-eye').filter({ hasText: incident })).toBeVisible()

  // Beside a console in one browser it leaves the person signed in.
  const beside = await desk.context().newPage()
  await beside.goto(link)
  await liveSign(beside).waitFor()
  await beside.close()
  await desk.reload()
  await liveSign(desk).waitFor()
  await expect(desk.getByText('陈慧').first()).toBeVisible()

  await room.kill()
  await expect(wall.getByText(/已断开 \d/)).toBeVisible()
  await expect(wall.getByText(/以下是 \d\d:\d\d:\d\d 的情况，不是现在/)).toBeVisible()
  await room.start()
  await expect(liveSign(wall)).toBeVisible()

  // As after a power cut: the wall's machine is up before the server's, and the link is not at hand.
  await wall.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await room.kill()
  await wall.goto(`${room.address()}/wall/`)
  await expect(wall.getByText('连不上指挥室服务器')).toBeVisible()
  await room.start()
  await sceneIs(wall, 'eyes')

  await managing.reload()
  await card.getByRole('button', { name: '吊销' }).click()
  await managing.getByRole('button', { name: /确\s*定/ }).click()
  await expect(wall.getByText('大屏已停用')).toBeVisible()
  await expect(wall.getByText(/这个通行码已吊销/)).toBeVisible()
  await wall.reload()
  await expect(wall.getByText('这块大屏还没有通行码')).toBeVisible()
  await context.close()
})

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  { width: 3840, height: 2160 },
] as const

/** Texts too small to be read from six metres, what lies outside the picture, and whether a cursor is seen. */
const unreadable = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const least = window.innerHeight * 0.024
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('.xn-wall *')) {
      const has = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      const box = element.getBoundingClientRect()
      if (!has || box.width === 0 || element.closest('.xn-wall-map, svg')) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size < least - 0.1) found.push(`${element.textContent}: ${size} px of ${least}`)
      if (box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1 || box.left < -1 || box.top < -1)
        found.push(`${element.textContent} lies outside`)
    }
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > window.innerWidth || scrollHeight > window.innerHeight) found.push('it scrolls')
    if (getComputedStyle(document.querySelector('.xn-wall-top') ?? document.body).cursor !== 'none') found.push('it has a cursor')
    return found
  })

/** Enough of everything: several incidents, units on their way, one of them in danger. */
const busy = async (outside: Parameters<Parameters<typeof test>[2]>[0]['outside']) => {
  const first = await outside.push110({ bjnr: '服装市场门口有人打架，一个人头破血流', sfdz: '钱江路58号太和广场3幢1205室' })
  for (const [bjnr, sfdz] of [
    ['楼上半夜还在装修，电钻声音很大，孩子睡不着', '钱江路58号太和广场3幢'],
    ['闻到很浓的煤气味，头晕', '景塘社区'],
    ['小区门口占道摆摊，油烟很大', '钱江路50号'],
    ['路口两辆电动车碰了一下，人没事，要求调解', '通海路与景塘路路口'],
    ['老人走失，八十岁，穿蓝色外套', '四季公园北门'],
  ] as const)
    await outside.push110({ bjnr, sfdz })
  const desk = await outside.boardOf('dispatcher1')
  const [, ...others] = [...'xxxx'].map((_, i) => `E-${1001 + i}`)
  await desk.do({ type: 'incident.take', incident: first })
  const order = (unit: string, lead: boolean) => ({ unit, lead, order: '请到场处置', callIn: true, why: [] })
  const orders = [order('W17', true), order('W16', false), order('W15', false)]
  await desk.do({ type: 'units.assign', incident: first, orders, policeLater: true })
  await desk.do({ type: 'unit.accept', incident: first, assignment: `${first}/1` })
  await desk.do({ type: 'incident.take', incident: others[0] })
  await desk.do({ type: 'sos.raise', unit: 'W16', point: null })
  return { first, desk }
}

test('every page of the wall is read from six metres, at every size, in both themes, without a serious axe finding', async ({
  outside,
  browser,
}) => {
  test.slow()
  const { wall, url } = await outside.hangWall({ ...plan, secondsPerPage: 600 })
  const { first } = await busy(outside)
  const supervisor = await outside.boardOf('supervisor1')
  const context = await browser.newContext({
    viewport: sizes[0],
    deviceScaleFactor: auditScale,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const { look, looks, findings } = audit(page)
  const small: string[] = []
  await page.goto(url)
  await liveSign(page).waitFor()
  const scenes = [...plan.pages, 'incident'] as const
  const show = async (scene: (typeof scenes)[number], on = page) => {
    const wish = scene === 'incident' ? { kind: 'incident', incident: first } : { kind: 'page', page: scene }
    await supervisor.do({ type: 'wall.show', wall, wish })
    await sceneIs(on, scene)
  }
  for (const theme of themes) {
    await supervisor.do({ type: 'wall.arrange', wall, plan: { ...plan, secondsPerPage: 600, theme } })
    for (const scene of scenes) {
      await show(scene)
      await page.waitForLoadState('networkidle')
      await look(`wall-${scene}`, theme)
    }
  }
  await context.close()
  // What axe finds depends on no size, and of the larger ones nobody keeps a picture: every fourth pixel each way is enough.
  const large = await browser.newContext({ viewport: sizes[0], deviceScaleFactor: 0.25, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const wallPage = await large.newPage()
  await wallPage.goto(url)
  for (const scene of scenes) {
    await show(scene, wallPage)
    for (const size of sizes) {
      await wallPage.setViewportSize(size)
      small.push(...(await unreadable(wallPage)).map((one) => `${scene} ${size.width}: ${one}`))
    }
  }
  // English words are longer.
  await supervisor.do({ type: 'wall.arrange', wall, plan: { ...plan, secondsPerPage: 600, language: 'en' } })
  for (const scene of scenes) {
    await show(scene, wallPage)
    await expect(wallPage.getByText('Live')).toBeVisible()
    small.push(...(await unreadable(wallPage)).map((one) => `${scene} in English: ${one}`))
  }
  await large.close()
  expect(small).toEqual([])
  expect(findings()).toEqual([])
  expect(looks()).toBe(2 * 5)
})
