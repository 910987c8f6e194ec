import type { FastifyInstance } from 'fastify'
import { NewPass, type MadePass } from '../../shared/contracts/wall.ts'
import { answer, bodyOf, sayNo } from './answers.ts'
import { baseOf } from './baseOf.ts'
import type { ManageNeeds } from './needs.ts'
import { screenCodeSvg } from './qrCode.ts'

type OfOne = { Params: { id: string } }

/** 大屏通行码, under the caller's prefix and guard. */
export const passRoutes = (app: FastifyInstance, needs: ManageNeeds): void => {
  const { walls, personOf, noteAudit } = needs

  app.get('/walls/passes', async (request) => ({ passes: await walls.list(personOf(request)) }))

  app.post('/walls/passes', async (request, reply) => {
    const wish = bodyOf(NewPass, request.body, reply)
    if (!wish) return reply
    const by = personOf(request)
    const { wall } = wish
    const name = needs.wallName(by.town, wall)
    if (name === null) return sayNo(reply, 'unknown-wall')
    return answer(reply, await walls.create(by, wall), async ({ id, token }): Promise<MadePass> => {
      await noteAudit(by, `pass:${id}`, `发放大屏通行码：“${name}”`)
      const url = needs.wallUrl(baseOf(request), token)
      return { id, wall, url, svg: await screenCodeSvg(url) }
    })
  })

  app.delete<OfOne>('/walls/passes/:id', async (request, reply) => {
    const by = personOf(request)
    const { id } = request.params
    return answer(reply, await walls.revoke(by, id), async () => void (await noteAudit(by, `pass:${id}`, '吊销大屏通行码')))
  })
}
