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

test('what is done without network arrives in order, with the time it was done', async ({ outside, openPhone }) => {
  const incident = await outside.push110({ bjnr: '路口两辆电动车碰了一下，人没事，要求调解', sfdz: '钱江路58号' })
  const desk = await outside.boardOf('operator1')
  const order = { unit: 'W17', lead: true, order: '请到场调解', callIn: true, why: [] }
  await desk.do({ type: 'units.assign', incident, orders: [order] })
  const phone = await openPhone(await outside.fieldLink('W17'))
  await expect(phone.getByText('请到场调解')).toBeVisible()

  await phone.context().setOffline(true)
  for (const step of ['签收', '出发', '到场']) {
    await phone.getByRole('button', { name: step, exact: true }).click()
    await phone.clock.fastForward(30_000)
  }
  await expect(phone.getByText(/待发送 3 条/)).toBeVisible()
  await phone.clock.fastForward(30_000)
  expect(desk.incident(incident)?.assignments[0]?.state).toBe('assigned')

  await phone.context().setOffline(false)
  await phone.clock.fastForward(15_000)
  await expect.poll(() => desk.incident(incident)?.assignments[0]?.state).toBe('onscene')
  const sent = desk.incident(incident)?.assignments[0]
  expect(sent?.acceptedAt).toBeLessThanOrEqual(sent?.departedAt ?? 0)
  expect(sent?.departedAt).toBeLessThanOrEqual(sent?.onSceneAt ?? 0)
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
