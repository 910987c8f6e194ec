import type { FastifyInstance } from 'fastify'
import { EnterWall } from '../../shared/contracts/wall.ts'
import type { ApiError, Me, SignedIn } from '../../shared/contracts/session.ts'
import { WallId, type TownId } from '../../shared/domain/ids.ts'
import { wallCookie } from './cookie.ts'
import type { Guard } from './guard.ts'
import { wantsBearer } from './shownSession.ts'
import type { Entered, WallPasses } from './wallPasses.ts'

type Needs = {
  readonly walls: Pick<WallPasses, 'enter'>
  readonly guard: Pick<Guard, 'requireOwnPage'>
  readonly isSecure: boolean
  readonly townName: (town: TownId) => string
  /** What a wall is called; null when the town has none of that number. */
  readonly wallName: (town: TownId, wall: WallId) => string | null
}

type Why = Extract<Entered, { ok: false }>['why'] | 'malformed'

const words: Readonly<Record<Why, { readonly zh: string; readonly en: string }>> = {
  malformed: { zh: '通行码不完整。', en: 'The pass is not whole.' },
  unknown: { zh: '没有这个通行码。', en: 'There is no such pass.' },
  revoked: { zh: '这个通行码已吊销。', en: 'This pass has been revoked.' },
  'no-wall': { zh: '这块大屏已撤除。', en: 'This wall has been removed.' },
}

/** `/api/wall/session`: a wall shows its pass and may watch for a day. */
export const wallRoutes = (app: FastifyInstance, { walls, guard, isSecure, townName, wallName }: Needs): void => {
  app.post('/api/wall/session', { preHandler: guard.requireOwnPage }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const no = (status: number, why: Why) => reply.code(status).send({ error: why, field: 'pass', ...words[why] } satisfies ApiError)
    const wish = EnterWall.safeParse(request.body)
    if (!wish.success) return no(400, 'malformed')
    const entered = await walls.enter(wish.data.pass)
    if (!entered.ok) return no(401, entered.why)
    const { id, town, role } = entered.person
    const name = wallName(town, WallId.parse(id))
    if (name === null) return no(401, 'no-wall')
    const me: Me = { id, name, role, town, townName: townName(town), mustChangePassword: false }
    if (wantsBearer(request.headers)) return reply.send({ ...me, token: entered.token } satisfies SignedIn)
    return reply.header('set-cookie', wallCookie(entered.token, isSecure)).send(me)
  })
}
