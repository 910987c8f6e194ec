import type { FastifyInstance, FastifyReply } from 'fastify'
import { ChangePassword, SignIn, type ApiError, type Me, type SignedIn, type SocketTicket } from '../../shared/contracts/session.ts'
import { assertNever } from '../../shared/domain/assertNever.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Auth, PasswordAnswer } from './auth.ts'
import { noSessionCookie, sessionCookie } from './cookie.ts'
import type { Guard } from './guard.ts'
import { longestPassword, shortestPassword } from './passwords.ts'
import type { Person } from './person.ts'
import { shownSession, wantsBearer } from './shownSession.ts'

type Needs = {
  readonly auth: Auth
  readonly guard: Guard
  /** True when people reach the server by TLS. */
  readonly isSecure: boolean
  readonly townName: (town: TownId) => string
}

const no = (reply: FastifyReply, status: number, error: string, field: string | null, zh: string, en: string): FastifyReply =>
  reply.code(status).send({ error, field, zh, en } satisfies ApiError)

const tooManyTries = (reply: FastifyReply, waitMs: number): FastifyReply => {
  const seconds = Math.ceil(waitMs / 1_000)
  void reply.header('retry-after', String(seconds))
  return no(reply, 429, 'too-many-tries', null, `尝试过多，请在 ${seconds} 秒后再试。`, `Too many tries. Try again in ${seconds} s.`)
}

type PasswordNo = Extract<PasswordAnswer, { ok: false }>

const passwordNo = (reply: FastifyReply, answer: PasswordNo): FastifyReply => {
  switch (answer.why) {
    case 'too-many-tries':
      return tooManyTries(reply, answer.waitMs)
    case 'wrong':
      return no(reply, 403, 'wrong-password', 'old', '当前密码不正确。', 'The current password is not right.')
    case 'unchanged':
      return no(reply, 400, 'unchanged', 'new', '新密码与当前密码相同。', 'The new password is the current one.')
    case 'too-short':
      return no(reply, 400, 'too-short', 'new', `新密码至少 ${shortestPassword} 个字符。`, `At least ${shortestPassword} characters.`)
    case 'too-long':
      return no(reply, 400, 'too-long', 'new', `新密码最多 ${longestPassword} 个字符。`, `At most ${longestPassword} characters.`)
    case 'like-the-account':
      return no(
        reply,
        400,
        'like-the-account',
        'new',
        '新密码中不能含有账号或姓名。',
        'The password must not hold the account or the name.',
      )
    case 'repeated':
      return no(reply, 400, 'repeated', 'new', '新密码不能是同一段内容的重复。', 'The password must not be one piece over and over.')
    case 'too-common':
      return no(reply, 400, 'too-common', 'new', '新密码过于常见，容易被猜中。', 'That password is among the first anyone would guess.')
    default:
      return assertNever(answer)
  }
}

/** `/api/session`: sign in, who am I, sign out, and the own password. */
export const authRoutes = (app: FastifyInstance, { auth, guard, isSecure, townName }: Needs): void => {
  const meOf = ({ id, name, role, town, mustChange }: Person): Me => ({
    id,
    name,
    role,
    town,
    townName: townName(town),
    mustChangePassword: mustChange,
  })

  app.post('/api/session', { preHandler: guard.requireOwnPage }, async (request, reply) => {
    const wish = SignIn.safeParse(request.body)
    if (!wish.success) return no(reply, 400, 'malformed', null, '请输入账号和密码。', 'Give an account and a password.')
    const answer = await auth.signIn(wish.data.account, wish.data.password, request.ip)
    if (answer.ok) {
      const me = meOf(answer.person)
      void reply.header('cache-control', 'no-store')
      if (wantsBearer(request.headers)) return reply.send({ ...me, token: answer.token } satisfies SignedIn)
      return reply.header('set-cookie', sessionCookie(answer.token, isSecure)).send(me)
    }
    if (answer.why === 'too-many-tries') return tooManyTries(reply, answer.waitMs)
    return no(reply, 401, 'wrong-sign-in', null, '账号或密码不正确。', 'The account or the password is not right.')
  })

  app.get('/api/session', { preHandler: guard.requireSignedIn }, (request, reply) =>
    reply.header('cache-control', 'no-store').send(meOf(guard.personOf(request))),
  )

  app.delete('/api/session', { preHandler: guard.requireSignedIn }, async (request, reply) => {
    await auth.signOut(guard.personOf(request))
    if (shownSession(request.headers).by === 'cookie') void reply.header('set-cookie', noSessionCookie(isSecure))
    return reply.code(204).send()
  })

  app.post('/api/session/ticket', { preHandler: guard.requirePerson() }, (request, reply) =>
    reply.header('cache-control', 'no-store').send({ ticket: auth.tickets.give(guard.personOf(request)) } satisfies SocketTicket),
  )

  app.put('/api/session/password', { preHandler: guard.requireSignedIn }, async (request, reply) => {
    const wish = ChangePassword.safeParse(request.body)
    if (!wish.success) return no(reply, 400, 'malformed', null, '请输入当前密码和新密码。', 'Give the current and the new password.')
    const answer = await auth.changePassword(guard.personOf(request), wish.data.old, wish.data.new, request.ip)
    return answer.ok ? reply.code(204).send() : passwordNo(reply, answer)
  })
}
