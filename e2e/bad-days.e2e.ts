import { values } from '../shared/domain/board/table.ts'
import { expect, test } from './testing/roomTest.ts'

test('the server is killed and started again under an open console, and nothing is missing', async ({ room, outside, openConsole }) => {
  const page = await openConsole('operator1')
  const before = await outside.push110({ bjnr: '小区门口占道摆摊，油烟很大', sfdz: '钱江路58号' })
  await expect(page.getByText(before).first()).toBeVisible()

  await room.kill()
  await expect(page.getByText(/中断|断开/).first()).toBeVisible()
  await room.start()
  const after = await outside.push110({ bjnr: '钱包丢在出租车上了，里面有身份证', sfdz: '钱江路58号' })
  await expect(page.getByText(after).first()).toBeVisible()
  await expect(page.getByText(before).first()).toBeVisible()
  await expect(page.getByText('实时')).toBeVisible()
  const journal = await outside.boardOf('supervisor1')
  expect(journal.incident(before)).toBeDefined()
})

test('a breach sounds, climbs, and is acknowledged by the one it climbed to', async ({ outside, openConsole }) => {
  const supervisor = await outside.boardOf('supervisor1')
  const profiles = supervisor.board().profiles.map((profile) => ({
    ...profile,
    climbEveryMs: 5_000,
    stages: profile.stages.map((stage) => ({ ...stage, limitMs: 3_000, warnBeforeMs: 1_000 })),
  }))
  expect(await supervisor.do({ type: 'sla.set', profiles, inForce: profiles[0]?.id })).toMatchObject({ ok: true })
  const page = await openConsole('supervisor1')
  const incident = await outside.push110({ bjnr: '物业不让装充电桩，双方吵起来了', sfdz: '钱江路58号' })
  const alarms = () => [...values(supervisor.board().alarms)].filter((alarm) => alarm.incident === incident)
  await expect.poll(() => alarms().length).toBeGreaterThan(0)
  await expect(page.getByText(/超时/).first()).toBeVisible()
  await expect.poll(() => alarms().some((alarm) => alarm.level === 'supervisor')).toBe(true)

  await page.getByRole('button', { name: /确认/ }).first().click()
  await expect.poll(() => alarms().filter((alarm) => alarm.acknowledged).length).toBeGreaterThan(0)
})
