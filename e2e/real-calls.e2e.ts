import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './testing/roomTest.ts'

/** Labelled narratives for evaluation, beside the checkout where they are to be had; never a part of it. */
const file = join(import.meta.dirname, '../../shared/data/calls/calls-dev.tsv')

type Call = { readonly id: string; readonly text: string; readonly needsPolice: boolean; readonly isCritical: boolean }

const labelled = (): readonly Call[] => {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = head.split('\t')
  const column = (line: string, name: string) => line.split('\t')[names.indexOf(name)] ?? ''
  return lines.map((line) => ({
    id: column(line, 'id'),
    text: column(line, 'text'),
    needsPolice: column(line, 'police_needed') === '1',
    isCritical: column(line, 'critical') === '1',
  }))
}

/** Ordinary matters of the kind that streets' newspapers tell of, in our own words. */
const told = [
  '我在网上看中一双鞋，钱转过去就被拉黑了，东西也没收到',
  '楼里要装电梯，一楼的邻居拦着不让施工，两家人在楼下吵',
  '房东合同没到期就换了锁，押金也不退，我行李还在里面',
  '健身房充了卡，去了两次就关门了，打电话没人接',
  '隔壁饭店的油烟一直往我家窗户里灌，说了几次都不改',
] as const

/** Takes the first row of the queue and sends what is proposed, by keyboard. */
const workFirst = async (page: Page, incident: string) => {
  await page.keyboard.press('/')
  await page.keyboard.type(`t ${incident}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('我接手').first()).toBeVisible()
  await expect(page.getByText(/主办/).first()).toBeVisible()
  await page.keyboard.press('Escape')
}

test('ordinary calls go all the way: pushed, worked on the console, closed from a phone', async ({ outside, openConsole, openPhone }) => {
  const page = await openConsole('operator1')
  const desk = await outside.boardOf('operator2')
  const ids: string[] = []
  for (const bjnr of told) ids.push(await outside.push110({ bjnr, sfdz: '钱江路58号太和广场3幢' }))
  await expect.poll(() => ids.every((id) => desk.incident(id))).toBe(true)
  // The page has heard of them too before a command names them.
  for (const id of ids) await expect(page.locator('.xn-row-main', { hasText: id }).first()).toBeVisible()
  for (const id of ids.slice(0, 2)) await workFirst(page, id)

  const [first = ''] = ids
  await page.locator('.xn-row-main', { hasText: first }).first().click()
  await expect(page.getByText(/主办/).first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => desk.incident(first)?.assignments.length ?? 0).toBeGreaterThan(0)
  for (const { unit } of desk.incident(first)?.assignments ?? []) {
    const phone = await openPhone(await outside.fieldLink(unit))
    for (const step of ['签收', '出发', '到场', '开始处置']) await phone.getByRole('button', { name: step, exact: true }).click()
    await phone.getByRole('button', { name: '反馈', exact: true }).first().click()
    await phone.getByRole('textbox').first().fill('已到场处理，双方情绪稳定')
    await phone.getByRole('button', { name: '提交反馈' }).click()
  }
  await expect.poll(() => desk.incident(first)?.assignments.every(({ state }) => state === 'resolved')).toBe(true)
  // The console says no to closing until it has heard of the last result itself.
  await expect(page.locator('.xn-card-head').getByText('已反馈')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(`c ${first} 已处置`)
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.incident(first)?.end?.how).toBe('closed')
})

test('the labelled narratives come in as outside systems push them, and police matters keep their police', async ({ outside }) => {
  test.skip(!existsSync(file), 'The labelled narratives are not on this machine')
  const desk = await outside.boardOf('operator1')
  const calls = labelled()
  const judged: { readonly call: Call; readonly incident: string }[] = []
  for (const call of calls) judged.push({ call, incident: await outside.push110({ bjnr: call.text, jjdbh: `dev-${call.id}` }) })
  await expect.poll(() => judged.every(({ incident }) => desk.incident(incident))).toBe(true)
  const share = (of: readonly (typeof judged)[number][], isRight: (incident: string) => boolean) =>
    of.filter(({ incident }) => isRight(incident)).length / of.length
  const police = judged.filter(({ call }) => call.needsPolice)
  const critical = judged.filter(({ call }) => call.isCritical)
  expect(share(police, (id) => desk.incident(id)?.policeNeeded === true)).toBeGreaterThanOrEqual(0.97)
  expect(share(critical, (id) => desk.incident(id)?.critical === true)).toBeGreaterThanOrEqual(0.9)
  for (const { incident } of police) expect(['police', 'joint', 'civil']).toContain(desk.incident(incident)?.nature)
})
