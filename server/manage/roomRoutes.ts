import type { FastifyInstance, FastifyRequest } from 'fastify'
import { SeenRejects, type BuildingCode } from '../../shared/contracts/manage.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'
import { bodyOf, sayNo } from './answers.ts'
import { baseOf } from './baseOf.ts'
import type { ManageNeeds, ManagedBuilding } from './needs.ts'
import { wallCodePng, wallCodeSvg } from './qrCode.ts'

type OfOne = { Params: { id: string } }

/** Newest forms in one list; more are of no use to a person. */
const mostRejects = 200

/** QR codes of buildings and refused forms, under the caller's prefix and guard. */
export const roomRoutes = (app: FastifyInstance, needs: ManageNeeds): void => {
  const { personOf, noteAudit, rejects } = needs

  const codeOf = (request: FastifyRequest, { id, name, address, grid }: ManagedBuilding): BuildingCode => {
    const { town } = personOf(request)
    return { id, name, address, grid, url: needs.buildingUrl(baseOf(request), town, id, needs.signBuilding(town, id)) }
  }
  const buildingOf = (request: FastifyRequest<OfOne>) => needs.buildings(personOf(request).town).find(({ id }) => id === request.params.id)

  app.get('/buildings', (request) => ({ buildings: needs.buildings(personOf(request).town).map((building) => codeOf(request, building)) }))

  app.get<OfOne>('/buildings/:id/code.svg', async (request, reply) => {
    const building = buildingOf(request)
    if (!building) return sayNo(reply, 'unknown-building')
    return reply.type('image/svg+xml').send(await wallCodeSvg(codeOf(request, building).url))
  })

  app.get<OfOne>('/buildings/:id/code.png', async (request, reply) => {
    const building = buildingOf(request)
    if (!building) return sayNo(reply, 'unknown-building')
    return reply.type('image/png').send(await wallCodePng(codeOf(request, building).url))
  })

  app.get('/rejects', async (request) => {
    const found = await rejects.list(personOf(request).town, mostRejects)
    return { rejects: found.map((one) => ({ ...one, reason: maskText(one.reason), body: maskText(one.body) })) }
  })

  app.post('/rejects/seen', async (request, reply) => {
    const wish = bodyOf(SeenRejects, request.body, reply)
    if (!wish) return reply
    const by = personOf(request)
    await rejects.markSeen(by.town, wish.upTo)
    await noteAudit(by, 'rejects', `查看退回表单，至第 ${wish.upTo} 号`)
    return reply.code(204).send()
  })
}
