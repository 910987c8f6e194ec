import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { ApiError } from '../../shared/contracts/session.ts'
import type { No, Why } from './needs.ts'

type Words = Omit<ApiError, 'error'> & { readonly status: number }

const words: Readonly<Record<Why | 'unknown-unit' | 'unknown-building', Words>> = {
  'no-right': { status: 403, field: null, zh: '您的角色无权进行此操作。', en: 'Your role has no right to do this.' },
  'unknown-account': { status: 404, field: null, zh: '本街道没有这个账号。', en: 'This town has no such account.' },
  'taken-name': { status: 409, field: 'id', zh: '这个账号名已被使用，请换一个。', en: 'That account name is taken; choose another.' },
  'last-admin': {
    status: 409,
    field: null,
    zh: '这是本街道最后一名管理员，不能停用或改换角色。请先设另一名管理员。',
    en: 'This is the last administrator of the town. Make another one first.',
  },
  'unknown-token': {
    status: 404,
    field: null,
    zh: '没有这个渠道令牌，或已吊销。',
    en: 'There is no such token, or it is revoked already.',
  },
  'unknown-link': { status: 404, field: null, zh: '没有这个链接，或已吊销。', en: 'There is no such link, or it is revoked already.' },
  'not-within-a-shift': { status: 400, field: 'until', zh: '有效期须在 16 小时以内。', en: 'A link ends within 16 hours.' },
  'unknown-unit': { status: 404, field: 'unit', zh: '本街道没有这支力量。', en: 'This town has no such unit.' },
  'unknown-building': { status: 404, field: null, zh: '本街道没有这栋楼。', en: 'This town has no such building.' },
}

/** Says no in both languages. */
export const sayNo = (reply: FastifyReply, why: keyof typeof words): FastifyReply => {
  const { status, ...rest } = words[why]
  return reply.code(status).send({ error: why, ...rest } satisfies ApiError)
}

/** Says what the store answered: its no, or what `yes` makes of it once the change is on record. */
export const answer = async <Y extends { readonly ok: true }>(
  reply: FastifyReply,
  said: Y | No,
  yes: (said: Y) => Promise<unknown>,
): Promise<FastifyReply> => {
  if (!said.ok) return sayNo(reply, said.why)
  const body = await yes(said)
  void reply.header('cache-control', 'no-store')
  return body === undefined ? reply.code(204).send() : reply.send(body)
}

/** The body as the schema reads it, or null after the refusal was sent. */
export const bodyOf = <S extends z.ZodType>(schema: S, body: unknown, reply: FastifyReply): z.output<S> | null => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') || null
  void reply
    .code(400)
    .send({ error: 'malformed', field, zh: '填写有误，请检查后再提交。', en: 'Something is not filled in rightly.' } satisfies ApiError)
  return null
}
