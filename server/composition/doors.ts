import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { EarlierCall } from '../../shared/contracts/console.ts'
import type { BuildingId, TownId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { authRoutes } from '../auth/authRoutes.ts'
import { openGuard } from '../auth/guard.ts'
import { wallRoutes } from '../auth/wallRoutes.ts'
import { citizenRoutes } from '../citizen/citizenRoutes.ts'
import { fieldRoutes } from '../field/fieldRoutes.ts'
import { openHistory } from '../history/history.ts'
import { apiDocs } from '../intake/apiDocs.ts'
import { intakeRoutes } from '../intake/intakeRoutes.ts'
import { openRejects } from '../intake/rejects.ts'
import { manageRoutes } from '../manage/manageRoutes.ts'
import { metricsRoutes } from '../metrics/metricsRoutes.ts'
import { photoStore } from '../photos/photoStore.ts'
import { loadStyles } from '../tiles/style.ts'
import { tileRoutes } from '../tiles/tileRoutes.ts'
import { pageRoutes } from '../web/pages.ts'
import { updateRoutes } from '../web/updates.ts'
import type { DoorNeeds } from './doorNeeds.ts'
import { citizenNeeds } from './citizenNeeds.ts'
import { fieldNeeds } from './fieldNeeds.ts'
import { intakeNeeds } from './intakeNeeds.ts'
import { manageNeeds } from './manageNeeds.ts'
import { metricsNeeds, meteredRejects } from './metered.ts'
import { roomRoutes } from './roomRoutes.ts'

export type Doors = {
  readonly earlierCalls: (town: TownId, incident: Incident) => Promise<readonly EarlierCall[]>
  readonly buildingsOf: (town: TownId, phone: string | null) => Promise<readonly BuildingId[]>
  readonly unseenRejects: (town: TownId) => Promise<number>
  readonly close: () => Promise<void>
}

/** Every HTTP door of the server, in the order in which they are tried. */
export const addDoors = async (app: FastifyInstance, needs: DoorNeeds): Promise<Doors> => {
  const { settings, auth, secret, towns, knex, journal, time, root, isSecure, onTrouble } = needs
  const townNames = (town: TownId) => {
    const named = towns.get(town)?.town
    return { townName: named?.nameZh ?? town, townNameEn: named?.nameEn ?? town }
  }
  const rejects = meteredRejects(await openRejects(knex), needs.metrics)
  const photos = photoStore({ folder: join(settings.data, 'photos'), now: time.now, onTrouble: (error) => onTrouble(error, 'photos') })
  const guard = openGuard(auth.whoIs)
  const history = await openHistory({ knex, secret, setTimer: time.setTimer, onTrouble: (error) => onTrouble(error, 'history') })
  for (const [id, room] of towns) {
    const { kept } = history.follow(id, (after, limit) => journal.read(id, after, limit))
    room.desk.onKept(kept)
  }
  const shared = { ...needs, rejects, photos, guard, townNames }

  await apiDocs(app)
  authRoutes(app, { auth, guard, isSecure, townName: (town) => townNames(town).townName })
  wallRoutes(app, {
    walls: auth.walls,
    guard,
    isSecure,
    townName: (town) => townNames(town).townName,
    wallName: (town, wall) => towns.get(town)?.wallName(wall) ?? null,
  })
  roomRoutes(app, shared)
  metricsRoutes(app, metricsNeeds(shared))
  await manageRoutes(app, manageNeeds(shared))
  await intakeRoutes(app, intakeNeeds(shared))
  await app.register(async (scope) => fieldRoutes(scope, fieldNeeds(shared)))
  await citizenRoutes(app, citizenNeeds(shared, history))
  const styles = loadStyles(join(root, 'resources/map'))
  for (const { town } of towns.values()) await app.register(tileRoutes({ town, styles }))
  await pageRoutes(app, join(root, 'dist/web'))
  updateRoutes(app, join(resolve(settings.data), 'updates'))

  return {
    earlierCalls: history.earlierCalls,
    buildingsOf: history.buildingsOf,
    unseenRejects: rejects.unseen,
    close: history.idle,
  }
}
