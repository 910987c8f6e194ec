import { readFile } from 'node:fs/promises'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { pagePolicy } from '../../shared/contracts/pagePolicy.ts'
import type { ApiError } from '../../shared/contracts/session.ts'

type Needs = {
  /** Files of certificate and key (PEM); null serves plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** Hosts that the map engine may speak to besides this server; empty with MapLibre. */
  readonly mapHosts: readonly string[]
  readonly onTrouble: (error: unknown, what: string) => void
}

/** Forms and commands are small; doors that take pictures say their own limit. */
const largestBodyBytes = 256 * 1024

/** In one minute from one address, behind which a whole room of consoles may sit; each door of the outside world sets a tighter one of its own. */
const perMinute = 20_000

const cannotServe = { error: 'cannot-serve', zh: '服务器暂时无法处理，请稍后再试', en: 'The server cannot do this now; try again later' }

const words: Readonly<Record<number, Omit<ApiError, 'field'>>> = {
  400: { error: 'malformed', zh: '请求格式不正确', en: 'The request is not well formed' },
  404: { error: 'not-found', zh: '没有这个地址', en: 'There is nothing at this address' },
  405: { error: 'not-allowed', zh: '此地址不接受这种请求', en: 'This address does not take such requests' },
  413: { error: 'too-large', zh: '内容过大', en: 'The content is too large' },
  415: { error: 'unsupported', zh: '不支持的内容类型', en: 'This type of content is not supported' },
  429: { error: 'too-many', zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  503: cannotServe,
}

const saysNo = (status: number): ApiError => ({ ...(words[status] ?? cannotServe), field: null })

/** What a client did wrong keeps its status; anything else is ours: logged, and said without inside matters. */
const statusOf = (error: FastifyError): number => {
  if (error.validation) return 400
  const { statusCode } = error
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? statusCode : 503
}

/** An address that is no address is said no to before there is a route, and so before any handler of ours. */
const badAddress = (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void =>
  void reply.code(400).type('application/json; charset=utf-8').send(saysNo(400))

const policy = (mapHosts: readonly string[]) => ({
  useDefaults: false,
  directives: pagePolicy({ connect: mapHosts, images: mapHosts }),
})

/** The HTTP server with what every door shares: policy, limits, and one way to say no. Doors are added to it. */
export const webApp = async ({ tls, mapHosts, onTrouble }: Needs): Promise<FastifyInstance> => {
  const https = tls && { cert: await readFile(tls.cert), key: await readFile(tls.key) }
  const options = { bodyLimit: largestBodyBytes, trustProxy: false, routerOptions: { maxParamLength: 300 }, frameworkErrors: badAddress }
  const app = (https ? fastify({ ...options, https }) : fastify(options)) as FastifyInstance
  await app.register(helmet, {
    contentSecurityPolicy: policy(mapHosts),
    strictTransportSecurity: tls !== null,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(cookie)
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    errorResponseBuilder: () => Object.assign(new Error('too many'), { statusCode: 429 }),
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) onTrouble(error, `${request.method} ${request.routeOptions.url ?? 'unknown route'}`)
    return reply.code(status).send(saysNo(status))
  })
  app.setNotFoundHandler((_, reply) => reply.code(404).send(saysNo(404)))
  return app
}
