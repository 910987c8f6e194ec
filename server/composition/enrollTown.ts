import type { Actor } from '../../shared/domain/actor.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { Command } from '../../shared/domain/command.ts'
import type { Town } from '../../shared/domain/town/town.ts'

type Needs = {
  readonly town: Town
  readonly kept: () => Board
  readonly say: (by: Actor, command: Command) => Promise<unknown>
}

const enrolledBy: Actor = { kind: 'brain' }
const notInFile = '镇街文件中已没有 / No longer in the town file'

/** What the town's file says, taken over at a start: who there is, who has gone, and in a new room the limits in force. */
export const enrollTown = async ({ town, kept, say }: Needs): Promise<void> => {
  const { position } = kept()
  await say(enrolledBy, { type: 'units.enroll', definitions: town.units })
  const inFile = new Set(town.units.map(({ id }) => id))
  const units = [...values(kept().units)].map(({ id }) => id).filter((id) => !inFile.has(id))
  if (units.length > 0) await say(enrolledBy, { type: 'units.dismiss', units, reason: notInFile })
  const { profiles, profileInForce } = kept()
  if (position > 0 || profileInForce === town.slaProfile) return
  await say(enrolledBy, { type: 'sla.set', profiles, inForce: town.slaProfile })
}
