import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { adapter110 } from './110/adapter110.ts'
import { adapter12345 } from './12345/adapter12345.ts'
import type { Adapter } from './adapter.ts'
import { adapterCamera } from './camera/adapterCamera.ts'
import { adapterCitizen } from './citizen/adapterCitizen.ts'
import { adapterGrid } from './grid/adapterGrid.ts'
import { acceptMultipart, isMultipart, readMultipart } from './multipartBody.ts'
import { adapterOperator } from './operator/adapterOperator.ts'
import { routeDocs } from './routeDocs.ts'
import { cannotKeep, noToken, notJson, tooLarge, tooMany, unreadable, wrongChannel, wrongForm, type No } from './answers.ts'
import { parseJson, type Parsed } from './rawBody.ts'
import { keepAside, takeForm, type ChannelHolder, type TakeNeeds } from './takeForm.ts'

export type IntakeNeeds = TakeNeeds & {
  /** Whose token it is; null when it is nobody's, or was taken back. */
  readonly channelOf: (token: string) => Promise<ChannelHolder | null>
  /** How often each channel's token may send; by default as the adapters say. */
  readonly most?: Adapter['most']
}

/** Every channel there is. A new one is a folder beside these and a word in this list. */
export const adapters: readonly Adapter[] = [adapter110, adapter12345, adapterOperator, adapterCitizen, adapterCamera, adapterGrid]

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

const bodyOf = (request: FastifyRequest): Parsed | Promise<Parsed> =>
  isMultipart(request) ? readMultipart(request) : parseJson(request.body instanceof Uint8Array ? request.body : new Uint8Array())

const door =
  (adapter: Adapter, holders: WeakMap<FastifyRequest, ChannelHolder>, needs: IntakeNeeds) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const holder = holders.get(request)
    if (!holder) return say(reply, noToken)
    if (isMultipart(request) && adapter.channel !== 'camera') return say(reply, notJson)
    const from = { holder, sender: { door: 'intake', channel: adapter.channel }, address: request.ip } as const
    const parsed = await bodyOf(request)
    if (!parsed.ok) {
      const no = wrongForm(parsed.problems)
      await keepAside(no, from, parsed.raw, needs)
      return say(reply, no)
    }
    const taken = await takeForm(adapter, parsed.body, parsed.raw, from, needs)
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
    scope.removeContentTypeParser(['application/json', 'text/plain'])
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
    if (!scope.hasDecorator('rateLimit')) await scope.register(rateLimit, { global: false })
    if (!scope.hasRequestDecorator('parts')) await acceptMultipart(scope)
    const keyGenerator = (request: FastifyRequest) => {
      const holder = holders.get(request)
      return holder ? `${holder.town}:${holder.channel}:${holder.name}` : request.ip
    }
    const errorResponseBuilder = (_request: FastifyRequest, { ttl }: { ttl: number }) =>
      Object.assign(new Error('too many'), { statusCode: 429, retryAfterS: Math.max(1, Math.ceil(ttl / 1_000)) })
    for (const adapter of adapters) {
      const { max, timeWindowMs } = needs.most ?? adapter.most
      scope.post(
        `/api/intake/${adapter.channel}`,
        {
          schema: routeDocs(adapter),
          bodyLimit: adapter.bodyLimit,
          config: { rateLimit: { max, timeWindow: timeWindowMs, keyGenerator, errorResponseBuilder } },
        },
        door(adapter, holders, needs),
      )
    }
  })
}
