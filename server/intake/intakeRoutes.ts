import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { adapter110 } from './110/adapter110.ts'
import type { Adapter } from './adapter.ts'
import { cannotKeep, IntakeError, IntakeReceipt, noToken, notJson, tooLarge, tooMany, unreadable, wrongChannel, wrongForm, type No } from './answers.ts'
import { parseJson } from './rawBody.ts'
import { keepAside, takeForm, type ChannelHolder, type TakeNeeds } from './takeForm.ts'

export type IntakeNeeds = TakeNeeds & {
  /** Whose token it is; null when it is nobody's, or was taken back. */
  readonly channelOf: (token: string) => Promise<ChannelHolder | null>
  /** How often each channel's token may send; by default as the adapters say. */
  readonly most?: Adapter['most']
}

const adapters: readonly Adapter[] = [adapter110]

const say = (reply: FastifyReply, no: No): FastifyReply => {
  if (no.retryAfterS !== undefined) void reply.header('retry-after', String(no.retryAfterS))
  return reply.code(no.status).send(no.body)
}

const bearer = /^Bearer ([\x21-\x7e]{8,256})$/i

/** What Fastify itself stops before a handler runs, in our words. */
const errorNo = (error: unknown, limit: number): No => {
  const { code, statusCode, retryAfterS } = error as { code?: unknown; statusCode?: unknown; retryAfterS?: unknown }
  if (typeof retryAfterS === 'number') return tooMany(retryAfterS)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return tooLarge(limit)
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415) return notJson
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return wrongForm([])
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? unreadable(statusCode) : cannotKeep
}

const docs = (adapter: Adapter) => ({
  tags: ['intake'],
  summary: `${adapter.titleZh} · ${adapter.titleEn}`,
  security: [{ channelToken: [] }],
  body: adapter.form,
  response: {
    200: IntakeReceipt.describe('此前已收过同一编号，回答相同 · known already, the same answer'),
    201: IntakeReceipt.describe('已落盘受理 · durably kept'),
    400: IntakeError.describe('表单有误，逐项说明 · a wrong form, with every problem'),
    401: IntakeError.describe('令牌缺失或无效 · no valid token'),
    403: IntakeError.describe('令牌属于别的通道 · another channel’s token'),
    413: IntakeError.describe('请求体过大 · too large'),
    415: IntakeError.describe('内容类型不受支持 · wrong content type'),
    422: IntakeError.describe('本室未受理 · the room did not take it'),
    429: IntakeError.describe('过于频繁，见 Retry-After · too many, see Retry-After'),
    503: IntakeError.describe('暂时无法保存，请重发 · cannot keep now, send again'),
  },
})

const door = (adapter: Adapter, holders: WeakMap<FastifyRequest, ChannelHolder>, needs: IntakeNeeds) => async (request: FastifyRequest, reply: FastifyReply) => {
  const holder = holders.get(request)
  if (!holder) return say(reply, noToken)
  const parsed = parseJson(request.body instanceof Uint8Array ? request.body : new Uint8Array())
  if (!parsed.ok) {
    const no = wrongForm(parsed.problems)
    await keepAside(no, adapter.channel, holder.town, `${adapter.channel}:${holder.name}@${request.ip}`, parsed.raw, needs)
    return say(reply, no)
  }
  const taken = await takeForm(adapter, parsed.body, parsed.raw, holder, request.ip, needs)
  return taken.ok ? reply.code(taken.receipt.isNew ? 201 : 200).send(taken.receipt) : say(reply, taken.no)
}

/**
 * `/api/intake/<channel>`: where outside systems push their forms.
 *
 * The schemas on the routes are for the API page only. The form is checked in the handler, since a
 * refused one is kept aside exactly as it came.
 */
export const intakeRoutes = async (app: FastifyInstance, needs: IntakeNeeds): Promise<void> => {
  await app.register(async (scope) => {
    const holders = new WeakMap<FastifyRequest, ChannelHolder>()
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.setValidatorCompiler(() => (value) => ({ value }))
    scope.setSerializerCompiler(() => (value) => JSON.stringify(value))
    scope.setErrorHandler((error, request, reply) => {
      const no = errorNo(error, request.routeOptions.bodyLimit)
      if (no.status >= 500) needs.onTrouble(error)
      return say(reply, no)
    })
    scope.addHook('onRequest', async (request, reply) => {
      const token = bearer.exec(request.headers.authorization ?? '')?.[1]
      const holder = token === undefined ? null : await needs.channelOf(token)
      if (!holder) return say(reply, noToken)
      if (!request.routeOptions.url?.endsWith(`/${holder.channel}`)) return say(reply, wrongChannel)
      holders.set(request, holder)
      return undefined
    })
    await scope.register(rateLimit, {
      global: false,
      cache: 10_000,
      keyGenerator: (request) => {
        const holder = holders.get(request)
        return holder ? `${holder.town}:${holder.channel}:${holder.name}` : request.ip
      },
      errorResponseBuilder: (_request, context) => Object.assign(new Error('too many'), { statusCode: 429, retryAfterS: Math.max(1, Math.ceil(context.ttl / 1_000)) }),
    })
    for (const adapter of adapters) {
      const { max, timeWindowMs } = needs.most ?? adapter.most
      scope.post(
        `/api/intake/${adapter.channel}`,
        { schema: docs(adapter), bodyLimit: adapter.bodyLimit, config: { rateLimit: { max, timeWindow: timeWindowMs } } },
        door(adapter, holders, needs),
      )
    }
  })
}
