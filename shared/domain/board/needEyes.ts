import type { IncidentId } from '../ids.ts'
import type { Incident } from '../incident/incident.ts'
import { urgencyRank, type Urgency } from '../taxonomy/taxonomy.ts'
import type { Unit } from '../unit/unit.ts'
import { profileOf, type Board } from './board.ts'
import { turnsOf } from './dayFigures.ts'
import { incidentsOf } from './incidentsOf.ts'
import { values, type Table } from './table.ts'

/**
 * Why an incident needs eyes, the gravest first: a unit on it calls for help for its life; life at risk and nobody has it;
 * a limit has passed; a limit is near; life at risk, and somebody is on it; urgent.
 */
export const eyeReasons = ['sos', 'untaken', 'breached', 'atRisk', 'critical', 'urgent'] as const
export type EyeReason = (typeof eyeReasons)[number]

/** `dueAt` is the nearest limit that runs, UTC ms; null when none does. */
export type Watched = { readonly incident: Incident; readonly why: EyeReason; readonly dueAt: number | null }

const inDanger = new WeakMap<Table<Unit>, ReadonlySet<IncidentId>>()

const incidentsInDanger = ({ units }: Board): ReadonlySet<IncidentId> => {
  const known = inDanger.get(units)
  if (known) return known
  const fresh = new Set<IncidentId>()
  for (const { sos, task } of values(units)) if (sos && task) fresh.add(task.incident)
  inDanger.set(units, fresh)
  return fresh
}

const urgencyOf = ({ critical, urgency }: Incident): Urgency => (critical ? 'critical' : urgency)

const whyOf = (incident: Incident, isSos: boolean, amberAt: number, redAt: number, now: number): EyeReason | null => {
  const urgency = urgencyOf(incident)
  if (isSos) return 'sos'
  if (urgency === 'critical' && incident.holder === null && incident.assignments.length === 0) return 'untaken'
  if (redAt <= now) return 'breached'
  if (amberAt <= now) return 'atRisk'
  return urgency === 'critical' ? 'critical' : urgency === 'high' ? 'urgent' : null
}

/** The gravest reason first, then the most urgent, then the limit that passed or comes first, then the oldest. Two are never equal. */
const byNeed = (one: Watched, other: Watched): number =>
  eyeReasons.indexOf(one.why) - eyeReasons.indexOf(other.why) ||
  urgencyRank(urgencyOf(one.incident)) - urgencyRank(urgencyOf(other.incident)) ||
  // Infinity less Infinity is no number, and no number is no difference.
  (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity) ||
  one.incident.openedAt - other.incident.openedAt ||
  Number(one.incident.id.slice(2)) - Number(other.incident.id.slice(2))

/** Puts one among the first `most`, which are in order; drops what falls off. */
const place = (first: Watched[], one: Watched, most: number): void => {
  const last = first[first.length - 1]
  if (first.length >= most && last && byNeed(one, last) > 0) return
  const at = first.findIndex((known) => byNeed(one, known) < 0)
  first.splice(at < 0 ? first.length : at, 0, one)
  if (first.length > most) first.pop()
}

/** The open incidents that need eyes most at `now` (UTC ms), at most `most`; none when nothing burns. */
export const needEyes = (board: Board, now: number, most = 5): readonly Watched[] => {
  const profile = profileOf(board)
  const sos = incidentsInDanger(board)
  const first: Watched[] = []
  for (const incident of incidentsOf(board).open) {
    const { amberAt, redAt } = turnsOf(incident, profile)
    const why = whyOf(incident, sos.has(incident.id), amberAt, redAt, now)
    if (why) place(first, { incident, why, dueAt: redAt < Infinity ? redAt : null }, most)
  }
  return first
}
