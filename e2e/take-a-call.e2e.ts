import { expect, test } from './testing/roomTest.ts'

test('a pushed call is at once on every console, becomes a sent order by keyboard only, and no second operator can take it @smoke', async ({
  outside,
  openConsole,
}) => {
  const page = await openConsole('operator1')
  const other = await openConsole('operator2')
  const incident = await outside.push110({ bjnr: '楼上半夜还在装修，电钻声音很大，孩子睡不着，物业不管', sfdz: '钱江路58号太和广场3幢' })
  for (const one of [page, other]) await expect(one.getByText(incident).first()).toBeVisible()

  // The queue has the focus after sign-in; Enter opens the first row and claims it.
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  await press('ArrowDown')
  await press('Enter')
  await expect(page.getByText('我接手').first()).toBeVisible()

  await expect(other.getByText(/沈佳/).first()).toBeVisible()
  await other.keyboard.press('ArrowDown')
  await other.keyboard.press('Enter')
  await expect(other.getByText(/沈佳 于 .* 接手/)).toBeVisible()

  await expect(page.getByText(/主办/).first()).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByText(/待签收|已派单/).first()).toBeVisible()
  expect(keys).toBeLessThanOrEqual(8)

  const history = await outside.boardOf('supervisor1')
  await expect.poll(() => history.incident(incident)?.assignments.length ?? 0).toBeGreaterThan(0)
  const sent = history.incident(incident)
  expect(sent?.takenAt).not.toBeNull()
  expect(sent?.holder?.id).toBe('operator1')
  expect(sent?.assignments[0]?.state).toBe('assigned')
})
