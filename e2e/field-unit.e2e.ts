import { handTest } from './testing/handTest.ts'
import { expect, test } from './testing/roomTest.ts'

test('a field unit accepts, goes, arrives, handles and reports; the operator closes @smoke', async ({
  outside,
  openConsole,
  openPhone,
}) => {
  const incident = await outside.push110({ bjnr: '楼上半夜还在装修，电钻声音很大，孩子睡不着', sfdz: '钱江路58号太和广场3幢' })
  const desk = await outside.boardOf('operator1')
  const phone = await openPhone(await outside.fieldLink('W17'))
  await expect(phone.getByText('现在没有任务')).toBeVisible()
  expect(phone.url()).not.toMatch(/#.+/)

  await desk.do({ type: 'incident.take', incident })
  const order = { unit: 'W17', lead: true, order: '请到场劝阻', callIn: true, why: [] }
  expect(await desk.do({ type: 'units.assign', incident, orders: [order] })).toMatchObject({ ok: true })

  // 发出到手机：不用刷新。
  await expect(phone.getByText('请到场劝阻')).toBeVisible()
  for (const step of ['签收', '出发', '到场', '开始处置']) await phone.getByRole('button', { name: step, exact: true }).click()
  await phone.getByRole('button', { name: '反馈', exact: true }).first().click()
  await phone.getByRole('textbox').first().fill('已劝阻，对方停止施工')
  await phone.getByRole('button', { name: '提交反馈' }).click()
  await expect.poll(() => desk.incident(incident)?.assignments[0]?.state).toBe('resolved')
  expect(desk.incident(incident)?.assignments[0]?.arrival?.point).not.toBeNull()

  const page = await openConsole('operator1')
  await page.getByText(incident).first().click()
  await expect(page.getByText('已劝阻，对方停止施工').first()).toBeVisible()
  await page.getByRole('button', { name: '办结' }).click()
  await page.keyboard.type('已办结')
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.incident(incident)?.end?.how).toBe('closed')
})

/** Long enough apart to be told from each other, and from all three being written down when the network came back. */
const betweenStepsMs = 30_000

handTest('what is done without network arrives in order, with the time it was done', async ({ hand, outside, openPhone }) => {
  const incident = await outside.push110({ bjnr: '路口两辆电动车碰了一下，人没事，要求调解', sfdz: '钱江路58号' })
  const desk = await outside.boardOf('operator1')
  const phone = await openPhone(await outside.fieldLink('W17', 8 * 3_600_000, hand.town().now()))
  await expect(phone.getByText('现在没有任务')).toBeVisible()
  // The page takes the clock it finds when it is opened.
  await phone.clock.install()
  await phone.reload()
  const order = { unit: 'W17', lead: true, order: '请到场调解', callIn: true, why: [] }
  await desk.do({ type: 'units.assign', incident, orders: [order] })
  const assignment = () => desk.incident(incident)?.assignments[0]
  await expect(phone.getByText('请到场调解')).toBeVisible()
  // From here on the same minutes pass on both sides of the cut.
  await phone.clock.pauseAt((await phone.evaluate(() => Date.now())) + 1_000)
  const pass = async (ms: number) => {
    await phone.clock.runFor(ms)
    await hand.pass(ms)
  }

  await phone.context().setOffline(true)
  const waiting = ['签收', '出发', '到场'] as const
  for (const [done, step] of waiting.entries()) {
    await phone.getByRole('button', { name: step, exact: true }).click()
    await expect(phone.getByText(`待发送 ${done + 1} 条`)).toBeVisible()
    await pass(betweenStepsMs)
  }
  expect(assignment()?.state).toBe('assigned')
  await pass(2 * 60_000)
  const backAt = hand.town().now()

  await phone.context().setOffline(false)
  await expect
    .poll(async () => {
      await phone.clock.runFor(5_000)
      return assignment()?.state
    })
    .toBe('onscene')
  const { acceptedAt, departedAt, onSceneAt } = assignment() ?? {}
  const ago = [acceptedAt, departedAt, onSceneAt].map((at) => backAt - (at ?? Number.NaN))
  const cutMs = 2 * 60_000
  expect(ago).toEqual([cutMs + 3 * betweenStepsMs, cutMs + 2 * betweenStepsMs, cutMs + betweenStepsMs])
  desk.close()
})

test('a revoked or expired link opens nothing', async ({ outside, openPhone }) => {
  const link = await outside.fieldLink('W17')
  const supervisor = await outside.signIn('supervisor1')
  const { body } = await outside.ask('GET', '/api/manage/links', undefined, { cookie: supervisor })
  const [made] = body['links'] as readonly { readonly id: string }[]
  await outside.ask('DELETE', `/api/manage/links/${made?.id ?? ''}`, undefined, { cookie: supervisor })
  const phone = await openPhone(link)
  await expect(phone.getByText(/链接已失效/).first()).toBeVisible()
})
