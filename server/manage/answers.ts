import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { ApiError } from '../../shared/contracts/session.ts'
import type { No, Why } from './needs.ts'

type Words = Omit<ApiError, 'error'> & { readonly status: number }

const words: Readonly<Record<Why | 'unknown-unit' | 'unknown-building' | 'unknown-wall', Words>> = {
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
  'unknown-pass': { status: 404, field: null, zh: '没有这个通行码，或已吊销。', en: 'There is no such pass, or it is revoked already.' },
  'unknown-wall': { status: 404, field: 'wall', zh: '这块大屏已撤除。', en: 'This wall has been removed.' },
  'not-within-a-shift': { status: 400, field: 'until', zh: '有效期须在 16 小时以内。', en: 'A link ends within 16 hours.' },
  'training-runs': {
    status: 409,
    field: null,
    zh: '已有一次训练正在进行，请等它结束。',
    en: 'A training is running already; wait until it has ended.',
  },
  'no-examples': {
    status: 409,
    field: null,
    zh: '还没有可学的案例：要有人确认或改正过类别、并已办结的事件。',
    en: 'There is nothing to learn from yet: it takes closed incidents whose kind a person confirmed or corrected.',
  },
  'no-training': { status: 409, field: null, zh: '现在没有训练在进行。', en: 'No training is running.' },
  'unknown-model': {
    status: 404,
    field: 'number',
    zh: '没有这个模型，可能已被清理。',
    en: 'There is no such model; it may have been put away.',
  },
  'lost-model': {
    status: 409,
    field: 'number',
    zh: '这个模型的文件丢失或已损坏，不能启用。现用模型不变。',
    en: 'The file of that model is missing or damaged. What was in force still is.',
  },
  'changed-meanwhile': {
    status: 409,
    field: 'was',
    zh: '别人刚换过模型。请看过现在的对比再决定。',
    en: 'Somebody has just changed the model. Look at the comparison as it is now.',
  },
  'not-kept': {
    status: 503,
    field: null,
    zh: '没能写入磁盘，什么都没有改变。请检查磁盘空间。',
    en: 'It could not be written to the disk, and nothing was changed. Check the disk.',
  },
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
