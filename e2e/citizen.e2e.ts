import { expect, test } from './testing/roomTest.ts'

test('a citizen reports from the QR code of a building, follows and rates @smoke', async ({ outside, openPhone }) => {
  const phone = await openPhone(await outside.buildingUrl('太和广场3幢'))
  await expect(phone.getByText(/太和广场3幢/).first()).toBeVisible()
  await phone.getByRole('textbox').first().fill('三楼楼道堆满纸箱，安全出口打不开')
  await phone.getByRole('button', { name: '提交', exact: true }).click()
  await expect(phone.getByText('已收到').first()).toBeVisible()

  const desk = await outside.boardOf('operator1')
  const incident = `E-${desk.board().nextIncident - 1}`
  expect(desk.incident(incident)?.place.text).toContain('太和广场3幢')
  await desk.do({ type: 'incident.take', incident })
  await desk.do({ type: 'incident.close', incident, outcome: '已处置', note: '网格员已清理' })
  await phone.reload()
  await expect(phone.getByText(/您对处理满意吗/)).toBeVisible()
  await phone.getByRole('radio', { name: /5/ }).check({ force: true })
  await phone.getByRole('button', { name: '提交评价' }).click()
  await expect.poll(() => desk.incident(incident)?.rating?.stars).toBe(5)
})

test('a made-up code is told from a real one', async ({ room, openPhone }) => {
  const phone = await openPhone(`${room.address()}/report/?b=B-1&s=${'A'.repeat(43)}`)
  await expect(phone.getByText('二维码无效')).toBeVisible()
})
