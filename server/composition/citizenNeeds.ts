import type { Actor } from '../../shared/domain/actor.ts'
import { commonChoices } from '../citizen/choices.ts'
import type { CitizenNeeds } from '../citizen/citizenNeeds.ts'
import type { History } from '../history/history.ts'
import { citizenDoor } from '../intake/citizen/citizenDoor.ts'
import { plainWords } from '../intake/words.ts'
import type { Shared } from './doorNeeds.ts'
import { intakeNeeds } from './intakeNeeds.ts'

const citizen: Actor = { kind: 'citizen', building: null }

/** What the citizens' doors ask, answered by the intake of their channel, the towns and the seals. */
export const citizenNeeds = (shared: Shared, history: History): CitizenNeeds => {
  const { auth, towns, time, townNames, onTrouble } = shared
  const intake = intakeNeeds(shared)
  return {
    verifyBuilding: intake.verifyBuilding,
    townNames,
    choices: (town) => commonChoices(towns.get(town)?.taxonomy ?? []),
    keepPhoto: intake.keepPhoto,
    take: citizenDoor(intake),
    followToken: auth.seals.followToken,
    readFollowToken: auth.seals.followed,
    board: (town) => towns.get(town)?.desk.kept() ?? null,
    callOf: history.callOf,
    rate: async (town, rating, how) => {
      const room = towns.get(town)
      if (!room) return { ok: false, refusal: { reason: 'wrong-town', town } }
      const command = { type: 'incident.rate', ...rating, comment: plainWords(rating.comment) } as const
      return (await room.desk.do(command, { ...how, by: citizen })).answer
    },
    now: time.now,
    onTrouble: (error) => onTrouble(error, 'citizen'),
  }
}
