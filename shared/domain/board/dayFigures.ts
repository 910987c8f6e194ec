import { isPoliceMatter } from '../incident/weight.ts'
import type { Incident } from '../incident/incident.ts'
import type { SlaProfile } from '../sla/profile.ts'
import { profileOf, type Board } from './board.ts'
import { lastingClocks } from './stageBoard.ts'
import { dayStart } from './townDay.ts'

/** The room in six numbers; the day is the town's calendar day. A part that was merged is counted in what it went into. */
export type DayFigures = {
  /** Reports that came in today, each once. */
  readonly reports: number
  /** Incidents opened today, and those of them that are no matter of the police. */
  readonly incidents: number
  readonly nonPolice: number
  readonly open: number
  /** Open, with a limit that is near and none that has passed. */
  readonly atRisk: number
  /** Open, with a limit that passed while what it waits for has not happened. */
  readonly breached: number
}

/** When an open incident turns amber and red, as it stands; Infinity where it never does. */
export type Turns = { readonly amberAt: number; readonly redAt: number }

const never: Turns = { amberAt: Infinity, redAt: Infinity }

/** From the limits that run: the first warning and the first limit. */
const reckoned = (incident: Incident, profile: SlaProfile): Turns => {
  let turns = never
  for (const clock of lastingClocks(incident, profile)) {
    if (!clock || clock.dueAt === null) continue
    const amberAt = clock.dueAt - clock.stage.warnBeforeMs
    turns = { amberAt: Math.min(turns.amberAt, amberAt), redAt: Math.min(turns.redAt, clock.dueAt) }
  }
  return turns
}

const known = new WeakMap<Incident, { readonly profile: SlaProfile; readonly turns: Turns }>()

/** Reckoned once per change of the incident. */
export const turnsOf = (incident: Incident, profile: SlaProfile): Turns => {
  if (incident.end) return never
  const before = known.get(incident)
  if (before?.profile === profile) return before.turns
  const turns = reckoned(incident, profile)
  known.set(incident, { profile, turns })
  return turns
}

type Shard = Readonly<Record<string, Incident>>
type Counted = Omit<DayFigures, 'atRisk' | 'breached'> & {
  readonly profile: SlaProfile
  readonly today: number
  readonly turns: readonly Turns[]
}

const count = (shard: Shard, profile: SlaProfile, today: number): Counted => {
  const turns: Turns[] = []
  let [reports, incidents, nonPolice, open] = [0, 0, 0, 0]
  for (const id in shard) {
    const incident = shard[id]
    if (!incident || incident.end?.how === 'merged') continue
    for (const { receivedAt } of incident.reports) if (receivedAt >= today) reports += 1
    if (incident.openedAt >= today) {
      incidents += 1
      if (!isPoliceMatter(incident)) nonPolice += 1
    }
    if (incident.end) continue
    open += 1
    const turn = turnsOf(incident, profile)
    if (turn.amberAt < Infinity) turns.push(turn)
  }
  return { profile, today, reports, incidents, nonPolice, open, turns }
}

const counted = new WeakMap<Shard, Counted>()

/** A shard that has not changed is not counted again: with ten thousand incidents a change costs sixty-four of them. */
const countOnce = (shard: Shard, profile: SlaProfile, today: number): Counted => {
  const before = counted.get(shard)
  if (before?.profile === profile && before.today === today) return before
  const fresh = count(shard, profile, today)
  counted.set(shard, fresh)
  return fresh
}

/** The figures of the town's present day at `now` (UTC ms). */
export const dayFigures = (board: Board, now: number): DayFigures => {
  const profile = profileOf(board)
  const today = dayStart(now, board.utcOffsetMinutes)
  const sum = { reports: 0, incidents: 0, nonPolice: 0, open: 0, atRisk: 0, breached: 0 }
  for (const key in board.incidents.shards) {
    const { turns, ...part } = countOnce(board.incidents.shards[key] ?? {}, profile, today)
    sum.reports += part.reports
    sum.incidents += part.incidents
    sum.nonPolice += part.nonPolice
    sum.open += part.open
    for (const { amberAt, redAt } of turns) {
      if (redAt <= now) sum.breached += 1
      else if (amberAt <= now) sum.atRisk += 1
    }
  }
  return sum
}
