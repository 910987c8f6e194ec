import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { adapters } from './intakeRoutes.ts'

const description = `外部系统把报警、工单、告警推送到本室的接口。The doors through which outside systems push reports to the room.

- 每个通道一个令牌（由值班长在系统中签发），放在 \`Authorization: Bearer …\`。One token per channel.
- 人工接报在指挥台录入，群众上报从楼栋二维码打开的页面提交，二者没有令牌，不在此列。Calls taken by phone are written at the console, and citizens report from the page that a building’s QR code opens: neither has a token, so neither is listed here.
- 只有落盘后才会答复 201/200；未收到答复请原样重发，同一编号只算一次。Answered only when durably kept; without an answer send the same again: one number is one report.
- 400 会逐项说明问题；429 与 503 请按 \`Retry-After\` 重发。A 400 names every problem; after 429 and 503 send again as \`Retry-After\` says.
- 编码一律 UTF-8；不带时区的时间按北京时间。UTF-8 only; times without a zone are China time.`

type Media = { example?: unknown; examples?: unknown; schema?: unknown }
type Operation = { requestBody?: { content?: Record<string, Media> } }

/** Examples by channel, and multipart beside JSON where a picture may come as a file. */
const withExamples = (document: { paths?: Record<string, { post?: Operation } | undefined> }): void => {
  for (const { channel, examples } of adapters) {
    const content = document.paths?.[`/api/intake/${channel}`]?.post?.requestBody?.content
    const json = content?.['application/json']
    if (!content || !json) continue
    json.examples = examples
    if (channel === 'camera') content['multipart/form-data'] = { schema: json.schema }
  }
}

/** A style of Swagger's own page is written inline; everything else comes from this server. Only on this page. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The API page at /api/docs and its OpenAPI text at /api/docs/json. Must be called before the routes it shall show; those without `tags` stay unseen. */
export const apiDocs = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '小脑 接入接口 · Xiaonao intake API', description, version: '1' },
      tags: [{ name: 'intake', description: '接入通道 · intake channels' }],
      components: { securitySchemes: { channelToken: { type: 'http', scheme: 'bearer', description: '通道令牌 · channel token' } } },
    },
    transform: (route) => {
      const isSeen = (route.schema?.tags?.length ?? 0) > 0
      return isSeen ? jsonSchemaTransform(route as never) : { schema: { hide: true }, url: route.url }
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: '小脑 · 接入接口' },
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', deepLinking: true, validatorUrl: null },
    uiHooks: {
      onRequest: (_request, reply, next) => {
        void reply.header('content-security-policy', pagePolicy)
        next()
      },
    },
    transformSpecification: (document) => {
      withExamples(document as never)
      return document
    },
  })
}
