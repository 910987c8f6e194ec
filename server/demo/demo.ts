import { values } from '../../shared/domain/board/table.ts'
import { isOpen } from '../../shared/domain/incident/incident.ts'
import { alarmDesk } from './alarmDesk.ts'
import { beats } from './beats.ts'
import { seededChance } from './chance.ts'
import { crews } from './crews.ts'
import type { DemoPorts } from './demoPorts.ts'
import { guest } from './guest.ts'
import { hurry } from './hurry.ts'
import { movers } from './movers.ts'
import { opening } from './opening.ts'
import { otherSides } from './otherSides.ts'
import { reporters } from './reporters.ts'
import { schedule } from './schedule.ts'
import { seats } from './seats.ts'

export type Demo = { readonly stop: () => void }

/**
 * Lets the example town live: callers, units on its roads, a few seats in the background, departments.
 *
 * Everything is said through the room's own doors and journal, by actors that are named as played; all
 * chance comes from the seed and all time from the ports. An empty room is filled first. Stops at once
 * and leaves the board as it is.
 */
export const startDemo = (ports: DemoPorts): Demo => {
  const { board, now, speed, seed, onKept, onTrouble, town } = ports
  const chance = seededChance(seed)
  const plan = schedule({ now, setTimer: ports.setTimer, speed, onTrouble })
  const me = guest(ports)
  const haste = hurry(chance.of('hurry'))
  const feet = movers({ ...ports, chance: chance.of('movers'), plan, beats: beats(town) })
  const callers = reporters({ ...ports, chance: chance.of('reporters'), plan, guest: me })
  const hands = crews({ ...ports, chance: chance.of('crews'), plan, guest: me, movers: feet, hurry: haste, outcomesOf: callers.outcomesOf })
  const desk = seats({ ...ports, chance: chance.of('seats'), plan, guest: me, movers: feet, hurry: haste })
  const outside = otherSides({ board, chance: chance.of('outside'), plan, guest: me })
  const alarms = alarmDesk({ board, chance: chance.of('alarms'), plan, guest: me })
  const start = opening({
    ...ports,
    chance: chance.of('opening'),
    plan,
    reporters: callers,
    movers: feet,
    hurry: haste,
    hasten: desk.hasten,
  })

  const forget = onKept((events) => {
    for (const part of [me, hands, desk, outside, alarms]) part.look(events)
  })
  const standing = [...values(board().incidents)]
  feet.begin()
  for (const incident of standing) {
    hands.resume(incident)
    outside.resume(incident)
    desk.consider(incident.id)
  }
  alarms.look()
  if (!standing.some(isOpen)) start.begin()
  callers.begin()

  return {
    stop: () => {
      forget()
      plan.stop()
      me.leave()
    },
  }
}
