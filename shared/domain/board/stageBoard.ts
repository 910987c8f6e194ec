import { profileOf, type Board } from './board.ts'
import type { Incident } from '../incident/incident.ts'
import type { SlaProfile, Stage } from '../sla/profile.ts'
import { stageClock, type StageClock } from '../sla/stageClock.ts'
import { incidentsOf } from './incidentsOf.ts'
import { dayStart } from './townDay.ts'

/** An incident whose limit runs, UTC ms. */
export type Due = { readonly incident: Incident; readonly dueAt: number }

/** One stage over the whole room. Lists hold what runs now, the nearest limit first; `met` and `missed` count what ended today. */
export type StageCount = {
  readonly stage: Stage
  readonly running: readonly Due[]
  readonly amber: readonly Due[]
  readonly red: readonly Due[]
  readonly met: number
  readonly missed: number
  /** Median span of those that ended today, ms; null when none did. */
  readonly medianMs: number | null
}

export const median = (spans: readonly number[]): number | null => {
  const sorted = [...spans].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  if (upper === undefined) return null
  const lower = sorted[(sorted.length - 1) >> 1] ?? upper
  return (lower + upper) / 2
}

const clocks = new WeakMap<Incident, { readonly profile: SlaProfile; readonly clocks: readonly (StageClock | null)[] }>()

/**
 * The clocks of an incident as they stand for good: limits and ended spans, computed once per change of the incident.
 *
 * A limit moves only by a pause or by coming back, which make another incident; asked at the end of time,
 * it has all of them in it.
 */
export const lastingClocks = (incident: Incident, profile: SlaProfile): readonly (StageClock | null)[] => {
  const known = clocks.get(incident)
  if (known?.profile === profile) return known.clocks
  const fresh = profile.stages.map((stage) => stageClock(incident, stage, Infinity))
  clocks.set(incident, { profile, clocks: fresh })
  return fresh
}

type Ended = { readonly endedAt: number; readonly elapsedMs: number; readonly isMet: boolean }
type Tally = { readonly stage: Stage; readonly due: readonly Due[]; readonly ended: readonly Ended[] }

/** What is true of the stages whatever the time is. A stage that its incident's end cut short counts as nothing: who was cancelled on the way met no limit. */
const tallyOf = (board: Board): readonly Tally[] => {
  const profile = profileOf(board)
  const tallies = profile.stages.map((stage) => ({ stage, due: [] as Due[], ended: [] as Ended[] }))
  const count = (incident: Incident, clock: StageClock | null, tally: (typeof tallies)[number]) => {
    if (!clock) return
    const { dueAt, endedAt, elapsedMs, state } = clock
    if (dueAt !== null) tally.due.push({ incident, dueAt })
    if (endedAt !== null && (state === 'met' || state === 'missed')) tally.ended.push({ endedAt, elapsedMs, isMet: state === 'met' })
  }
  for (const incident of incidentsOf(board).all) {
    if (incident.end?.how === 'merged') continue
    const lasting = lastingClocks(incident, profile)
    tallies.forEach((tally, at) => count(incident, lasting[at] ?? null, tally))
  }
  for (const { due } of tallies) due.sort((a, b) => a.dueAt - b.dueAt)
  return tallies
}

/** How many of the sorted limits are at or before an instant. */
const before = (due: readonly Due[], at: number): number => {
  let [low, high] = [0, due.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((due[middle]?.dueAt ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const tallied = new WeakMap<Board['incidents'], { readonly profile: SlaProfile; readonly tallies: readonly Tally[] }>()

const knownTally = (board: Board): readonly Tally[] => {
  const profile = profileOf(board)
  const known = tallied.get(board.incidents)
  if (known?.profile === profile) return known.tallies
  const tallies = tallyOf(board)
  tallied.set(board.incidents, { profile, tallies })
  return tallies
}

/** The SLA of the room at `now`, stage by stage in the profile's order. Merged incidents are counted in the one they went into. */
export const stageBoard = (board: Board, now: number): readonly StageCount[] => {
  const today = dayStart(now, board.utcOffsetMinutes)
  return knownTally(board).map(({ stage, due, ended }) => {
    const red = before(due, now)
    const late = before(due, now + stage.warnBeforeMs)
    const done = ended.filter(({ endedAt }) => endedAt >= today)
    const met = done.filter(({ isMet }) => isMet).length
    return {
      stage,
      running: due.slice(late),
      amber: due.slice(red, late),
      red: due.slice(0, red),
      met,
      missed: done.length - met,
      medianMs: median(done.map(({ elapsedMs }) => elapsedMs)),
    }
  })
}
