import type { FastifyInstance } from 'fastify'
import { NewLink, NewToken, type MadeLink, type MadeToken } from '../../shared/contracts/manage.ts'
import { answer, bodyOf, sayNo } from './answers.ts'
import { baseOf } from './baseOf.ts'
import type { ManageNeeds } from './needs.ts'
import { screenCodeSvg } from './qrCode.ts'

type OfOne = { Params: { id: string } }

/** Tokens of outside systems and links of field phones, under the caller's prefix and guard. */
export const doorRoutes = (app: FastifyInstance, needs: ManageNeeds): void => {
  const { channelTokens, links, personOf, noteAudit } = needs

  app.get('/tokens', async (request) => ({ tokens: await channelTokens.list(personOf(request)) }))

  app.post('/tokens', async (request, reply) => {
    const wish = bodyOf(NewToken, request.body, reply)
    if (!wish) return reply
    const by = personOf(request)
    return answer(reply, await channelTokens.create(by, wish), async ({ id, token }): Promise<MadeToken> => {
      await noteAudit(by, `token:${id}`, `新建渠道令牌“${wish.name}”（${wish.channel}）`)
      return { id, token }
    })
  })

  app.delete<OfOne>('/tokens/:id', async (request, reply) => {
    const by = personOf(request)
    const { id } = request.params
    return answer(reply, await channelTokens.revoke(by, id), async () => void (await noteAudit(by, `token:${id}`, '吊销渠道令牌')))
  })

  app.get('/links', async (request) => ({ links: await links.list(personOf(request)) }))

  app.post('/links', async (request, reply) => {
    const wish = bodyOf(NewLink, request.body, reply)
    if (!wish) return reply
    const by = personOf(request)
    if (!needs.hasUnit(by.town, wish.unit)) return sayNo(reply, 'unknown-unit')
    return answer(reply, await links.create(by, wish.unit, wish.until), async ({ id, token }): Promise<MadeLink> => {
      await noteAudit(by, `link:${id}`, `发放手脚链接：${wish.unit}，至 ${new Date(wish.until).toISOString()}`)
      const url = needs.fieldUrl(baseOf(request), token)
      return { id, unit: wish.unit, url, svg: await screenCodeSvg(url) }
    })
  })

  app.delete<OfOne>('/links/:id', async (request, reply) => {
    const by = personOf(request)
    const { id } = request.params
    return answer(reply, await links.revoke(by, id), async () => void (await noteAudit(by, `link:${id}`, '吊销手脚链接')))
  })
}
