import { expect, test } from 'vitest'
import { Me } from '../../shared/contracts/session.ts'
import type { Http, HttpAnswer } from '../feed/http.ts'
import { deskWay } from './wayIn.ts'

const me = Me.parse({ id: 'operator1', name: '沈佳', role: 'operator', town: 'siji', townName: '四季', mustChangePassword: false })

const refused = (status: number, error: string, field: string | null = null): HttpAnswer<Me> => ({
  ok: false,
  kind: 'refused',
  status,
  error: { error, field, zh: error, en: error },
})

const entered = async (answer: HttpAnswer<Me>) => {
  const asked: string[] = []
  const http = ((method: string, path: string) => {
    asked.push(`${method} ${path}`)
    return Promise.resolve(answer)
  }) as Http
  const said = await deskWay({ hear: () => () => {} }, http).enter()
  expect(asked).toEqual(['GET /api/session'])
  return said.ok ? said.value : said.kind === 'refused' ? said.error?.error : said.kind
}

test('[V29] it is let in as the person at the desk', async () => expect(await entered({ ok: true, value: me })).toEqual(me))

test.each([
  ['nobody is signed in', refused(401, 'not-signed-in'), 'nobody'],
  ['the session has run out', refused(401, 'expired'), 'nobody'],
  ['the person’s session was ended: it says nothing of a pass, and is no end', refused(401, 'revoked'), 'nobody'],
  ['the pass of this workstation was revoked', refused(401, 'revoked', 'pass'), 'revoked'],
  ['a password must be chosen first', { ok: true, value: { ...me, mustChangePassword: true } }, 'may-not-watch'],
  ['an administrator sees no incidents', { ok: true, value: { ...me, role: 'admin' } }, 'may-not-watch'],
  ['the server is silent', { ok: false, kind: 'unreachable' }, 'unreachable'],
] as const)('[V29] %s', async (_, answer, said) => expect(await entered(answer)).toBe(said))
