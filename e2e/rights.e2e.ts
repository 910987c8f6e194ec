import { expect, test } from './testing/roomTest.ts'

const managing = ['accounts', 'sessions', 'tokens', 'links', 'buildings', 'rejects'] as const

test('a wrong role gets nothing @smoke', async ({ outside }) => {
  const incident = await outside.push110({ bjnr: '有人打架', sfdz: '服装市场' })
  const operator = await outside.signIn('operator1')
  for (const door of managing)
    expect((await outside.ask('GET', `/api/manage/${door}`, undefined, { cookie: operator })).status, door).toBe(403)
  const leader = await outside.boardOf('leader1')
  expect(await leader.do({ type: 'incident.take', incident })).toMatchObject({ ok: false, refusal: { reason: 'no-right' } })
  const admin = await outside.boardOf('admin1')
  expect(admin.incident(incident)).toBeUndefined()
  const text = JSON.stringify(leader.board())
  expect(text).not.toContain('13800001234')
})

test('a session that was ended by the supervisor sees no more', async ({ outside, openConsole }) => {
  const page = await openConsole('operator2')
  const supervisor = await outside.signIn('supervisor1')
  const { body } = await outside.ask('GET', '/api/manage/sessions', undefined, { cookie: supervisor })
  const sessions = body['sessions'] as readonly { readonly id: string; readonly account: string }[]
  const theirs = sessions.find((session) => session.account === 'operator2')
  expect(theirs).toBeDefined()
  await outside.ask('DELETE', `/api/manage/sessions/operator2/${theirs?.id ?? ''}`, undefined, { cookie: supervisor })
  await expect(page.getByLabel('账号')).toBeVisible()
})
