import type { FastifyInstance } from 'fastify'
import { Role } from '../../shared/domain/actor.ts'
import { mayManage } from '../../shared/domain/room/rights.ts'
import { accountRoutes } from './accountRoutes.ts'
import { brainRoutes } from './brainRoutes.ts'
import { doorRoutes } from './doorRoutes.ts'
import type { ManageNeeds } from './needs.ts'
import { passRoutes } from './passRoutes.ts'
import { roomRoutes } from './roomRoutes.ts'

/** `/api/manage`: one guard before every door behind it, so that no new door can be left open. */
export const manageRoutes = async (app: FastifyInstance, needs: ManageNeeds): Promise<void> => {
  await app.register(
    (inside, _, done) => {
      inside.addHook('preHandler', needs.requirePerson(Role.options.filter(mayManage)))
      accountRoutes(inside, needs)
      doorRoutes(inside, needs)
      passRoutes(inside, needs)
      roomRoutes(inside, needs)
      brainRoutes(inside, needs)
      done()
    },
    { prefix: '/api/manage' },
  )
}
