import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Chance } from './chance.ts'

/**
 * How far an incident of the opening is brought in haste, so that a room just opened is not empty.
 *
 * Only what happens live is in the journal: nothing is dated back, people are just quick for twenty seconds.
 */
export const depths = {
  received: 0,
  taken: 1,
  dispatched: 2,
  accepted: 3,
  enroute: 4,
  onscene: 5,
  handling: 6,
  resolved: 7,
  closed: 8,
} as const

export type Depth = keyof typeof depths

export type Hurry = {
  readonly hurryTo: (incident: IncidentId, depth: Depth) => void
  readonly isHurried: (incident: IncidentId) => boolean
  /** Real ms until a unit's step, counted from accepting as 1; null when nobody hurries. */
  readonly unitAfter: (incident: IncidentId, step: number) => number | null
  /** Real ms until a seat's step to this depth; null when nobody hurries. */
  readonly seatAfter: (incident: IncidentId, depth: Depth) => number | null
  readonly end: () => void
}

export const hurry = (chance: Chance): Hurry => {
  const goals = new Map<IncidentId, number>()
  const soon = (incident: IncidentId, depth: number) => (depth <= (goals.get(incident) ?? -1) ? chance.between(250, 900) : null)
  return {
    hurryTo: (incident, depth) => void goals.set(incident, depths[depth]),
    isHurried: (incident) => goals.has(incident),
    unitAfter: (incident, step) => soon(incident, depths.dispatched + step),
    seatAfter: (incident, depth) => soon(incident, depths[depth]),
    end: () => goals.clear(),
  }
}
