import { values } from '../../shared/domain/board/table.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Narrative } from '../../shared/domain/narrative/narrative.ts'
import { kindByCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { isOnDuty, type Unit } from '../../shared/domain/unit/unit.ts'
import type { Chance } from './chance.ts'
import type { DemoPorts } from './demoPorts.ts'
import { depths, type Depth, type Hurry } from './hurry.ts'
import type { Movers } from './movers.ts'
import type { Reporters } from './reporters.ts'
import type { Schedule } from './schedule.ts'

/** How far each incident of the opening is brought; those that go farthest come first. */
const opened: readonly (readonly [Depth, number])[] = [
  ['closed', 2],
  ['resolved', 4],
  ['handling', 5],
  ['onscene', 2],
  ['enroute', 4],
  ['accepted', 1],
  ['dispatched', 2],
  ['taken', 2],
  ['received', 3],
]

/** Real ms from one report of the opening to the next: all are in after some six seconds. */
const eachMs = 250

/** So many stories are looked at to find one for which somebody is free. */
const mostTries = 12

/** After so long nobody hurries any more, real ms. */
const overAfterMs = 25_000

type Needs = Pick<DemoPorts, 'board' | 'taxonomy' | 'now'> & {
  readonly chance: Chance
  readonly plan: Schedule
  readonly reporters: Reporters
  readonly movers: Movers
  readonly hurry: Hurry
  /** Tells the seats that this one is in a hurry. */
  readonly hasten: (incident: IncidentId) => void
}

/** Fills an empty room within twenty seconds, so that a newcomer sees a room at work. */
export const opening = ({ board, taxonomy, now, chance, plan, reporters, movers, hurry, hasten }: Needs) => {
  const isPresent = (unit: Unit) => unit.task === null && isOnDuty(unit, now(), board().utcOffsetMinutes)

  /** Near somebody of the force that will be sent, so that a hurried way is a short one. */
  const nearOne = (narrative: Narrative) => {
    const force = narrative.policeNeeded ? 'police' : kindByCode(taxonomy, narrative.kind)?.primaryForce
    const present = [...values(board().units)].filter((unit) => unit.definition.force === force && isPresent(unit))
    const unit = present.length > 0 ? chance.pick(present) : undefined
    return unit ? (movers.pointOf(unit.id) ?? unit.definition.home) : null
  }
  /** What somebody free will be sent to; only at the end of the list anything at all. */
  const chooseFor = (depth: Depth) => {
    let chosen = reporters.choose()
    for (let i = 0; i < mostTries && depths[depth] >= depths.dispatched && !nearOne(chosen); i++) chosen = reporters.choose()
    return chosen
  }
  const bringTo = async (depth: Depth) => {
    const narrative = chooseFor(depth)
    const incident = await reporters.bringNear(narrative, nearOne(narrative))
    if (!incident) return
    hurry.hurryTo(incident, depth)
    hasten(incident)
  }
  return {
    begin: () => {
      const all = opened.flatMap(([depth, count]) => Array.from({ length: count }, () => depth))
      all.forEach((depth, i) => plan.afterReal(i * eachMs, () => void bringTo(depth)))
      plan.afterReal(overAfterMs, hurry.end)
    },
  }
}
