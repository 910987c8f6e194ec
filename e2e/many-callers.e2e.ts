import { expect, test } from './testing/roomTest.ts'

const calls = [
  '太和广场3幢楼上着火了，冒黑烟',
  '太和广场3幢着火，十几层有火光',
  '3幢好像着火了，烟很大，快来',
  '钱江路58号3幢高层起火',
  '太和广场冒烟了，有人在喊救火',
  '我在对面楼看到3幢窗户喷火',
  '太和广场3幢12楼着火，里面有老人',
  '楼上着火，消防通道里都是烟',
  '3幢着火物业让大家往下跑',
  '太和广场3幢电梯不敢坐，楼上着火',
  '看到太和广场3幢有明火',
  '3幢失火了，快派消防车',
  '邻居家着火了，太和广场3幢',
  '太和广场这边好大的烟，着火了',
  '3幢1203着火，已经打了119',
] as const

test('a storm of fifteen callers ends as one incident with fifteen callers', async ({ outside, openConsole }) => {
  const page = await openConsole('operator1')
  const desk = await outside.boardOf('operator2')
  const ids: string[] = []
  for (const [i, bjnr] of calls.entries())
    ids.push(await outside.push110({ bjnr, sfdz: '钱江路58号太和广场3幢', bjdh: `1380000${String(2000 + i)}` }))
  const [first = '', ...others] = ids
  await expect(page.getByText(first).first()).toBeVisible()

  // Each later call was proposed as the same matter; a person merges them with one key each.
  const proposed = others.filter((id) => (desk.incident(id)?.duplicates.length ?? 0) > 0)
  expect(proposed.length).toBeGreaterThanOrEqual(12)
  await page.locator('.xn-row-main', { hasText: first }).first().click()
  await expect.poll(() => desk.incident(first)?.holder?.id).toBe('operator1')
  await desk.do({ type: 'incidents.merge', into: first, incidents: others.slice(0, -1) })
  const last = page.getByRole('button', { name: /合并/ }).first()
  await last.click()
  await expect.poll(() => desk.incident(first)?.reports.length).toBe(15)
  await expect(page.getByText('15 人报').first()).toBeVisible()
})
