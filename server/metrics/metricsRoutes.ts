import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiError } from '../../shared/contracts/session.ts'
import type { Metrics } from './metrics.ts'

type Door = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | void>

export type MetricsNeeds = {
  readonly metrics: Pick<Metrics, 'contentType' | 'text'>
  /** True for the token that the server was started with; false for everything when it was started with none. */
  readonly isToken: (token: string) => boolean
  /** Lets a signed-in administrator pass and answers everybody else. */
  readonly requireAdmin: Door
}

const bearer = /^Bearer ([\x21-\x7e]{1,256})$/i

const noToken: ApiError = {
  error: 'not-signed-in',
  field: null,
  zh: '令牌无效。请使用启动时设置的指标令牌，或以管理员登录。',
  en: 'This token does not open the figures. Use the one the server was started with, or sign in as an administrator.',
}

/** `/api/metrics`, for Prometheus and its kin. */
export const metricsRoutes = (app: FastifyInstance, { metrics, isToken, requireAdmin }: MetricsNeeds): void => {
  // Who shows a token is judged by it alone: a scraper whose token is wrong should hear so.
  const door: Door = async (request, reply) => {
    const { authorization } = request.headers
    if (authorization === undefined) return requireAdmin(request, reply)
    const token = bearer.exec(authorization)?.[1]
    return token !== undefined && isToken(token) ? undefined : reply.code(401).send(noToken)
  }
  app.get('/api/metrics', { preHandler: door }, async (_request, reply) =>
    reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text()),
  )
}
