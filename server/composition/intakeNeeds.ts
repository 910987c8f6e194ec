import type { Actor } from '../../shared/domain/actor.ts'
import type { IntakeNeeds } from '../intake/intakeRoutes.ts'
import type { Shared } from './doorNeeds.ts'

/** What the intake doors ask, answered by tokens, towns and photos. */
export const intakeNeeds = ({ auth, towns, photos, rejects, time, onTrouble }: Shared): IntakeNeeds => ({
  channelOf: async (token) => {
    const holder = await auth.channelOf(token)
    return holder.ok ? holder : null
  },
  bring: async (town, report, how) => {
    const room = towns.get(town)
    if (!room) return { ok: false, refusal: { reason: 'wrong-town', town } }
    const by: Actor =
      report.channel === 'citizen' ? { kind: 'citizen', building: report.building } : { kind: 'channel', channel: report.channel }
    return room.bring(report, { ...how, by })
  },
  keepPhoto: async (bytes, town) => {
    const kept = await photos.keep(bytes, { town })
    return kept.ok ? { ok: true, photo: kept.photo } : { ok: false, reason: kept.problem }
  },
  hasPhoto: photos.has,
  verifyBuilding: (building, signature) => {
    for (const { town } of towns.values()) {
      const found = auth.seals.verifyBuilding(town.id, building, signature) ? town.buildings.find((one) => one.id === building) : undefined
      if (found) return { town: town.id, building: found.id, name: found.name, address: found.address, point: found.point }
    }
    return null
  },
  rejects,
  now: time.now,
  onTrouble: (error) => onTrouble(error, 'intake'),
})
