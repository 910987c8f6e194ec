import type { Actor } from '../../shared/domain/actor.ts'
import type { ManageNeeds, Manager } from '../manage/needs.ts'
import type { Shared } from './doorNeeds.ts'

const personOf = ({ id, name, role }: Manager): Actor & { kind: 'person' } => ({ kind: 'person', id, name, role })

/** What the managing doors ask, answered by the people's store and the towns. */
export const manageNeeds = ({ auth, towns, rejects, guard, settings }: Shared): ManageNeeds => {
  // A page opened on the machine itself would put `localhost` into codes that phones cannot follow.
  const publicOr = (base: string) => settings.publicUrl?.replace(/\/+$/, '') ?? base
  const teachingOf = ({ town }: Manager) => {
    const room = towns.get(town)
    if (!room) throw new Error(`The town ${town} is not open on this server`)
    return room.teaching
  }
  return {
    requirePerson: guard.requirePerson,
    personOf: guard.personOf,
    accounts: auth.accounts,
    sessions: auth.sessions,
    revokeSession: auth.revokeSession,
    channelTokens: auth.channelTokens,
    links: auth.links,
    walls: auth.walls,
    wallName: (town, wall) => towns.get(town)?.wallName(wall) ?? null,
    hasUnit: (town, unit) => towns.get(town)?.hasUnit(unit) ?? false,
    buildings: (town) => towns.get(town)?.town.buildings.map(({ id, name, address, grid }) => ({ id, name, address, grid })) ?? [],
    signBuilding: auth.seals.signBuilding,
    fieldUrl: (base, token) => `${publicOr(base)}/field/#${token}`,
    wallUrl: (base, token) => `${publicOr(base)}/wall/#${token}`,
    buildingUrl: (base, _town, building, signature) =>
      `${publicOr(base)}/report/?b=${encodeURIComponent(building)}&s=${encodeURIComponent(signature)}`,
    rejects: { list: rejects.list, markSeen: rejects.markSeen },
    brain: {
      state: (by) => teachingOf(by).state(),
      train: (by) => teachingOf(by).train(personOf(by)),
      stop: (by) => teachingOf(by).stop(),
      putInForce: (by, { number, was }) => teachingOf(by).putInForce(personOf(by), number, was),
    },
    noteAudit: async (by, subject, text) => towns.get(by.town)?.noteAudit(personOf(by), subject, text),
  }
}
