import { profileOf, type Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Stage } from '../../shared/domain/sla/profile.ts'
import { stageClock, milestoneAt, type StageClock } from '../../shared/domain/sla/stageClock.ts'

export type Timed = { readonly incident: Incident; readonly clock: StageClock }

/** One stage over the whole room. Lists hold what runs now, the nearest limit first; `met` and `missed` count what ended today. */
export type StageCount = {
  readonly stage: Stage
  readonly running: readonly Timed[]
  readonly amber: readonly Timed[]
  readonly red: readonly Timed[]
  readonly paused: readonly Timed[]
  readonly met: number
  readonly missed: number
  /** Median span of those that ended today, ms; null when none did. */
  readonly medianMs: number | null
}

const dayMs = 86_400_000

/** The instant at which the town's present day began. */
export const dayStart = (now: number, utcOffsetMinutes: number): number => {
  const offsetMs = utcOffsetMinutes * 60_000
  return Math.floor((now + offsetMs) / dayMs) * dayMs - offsetMs
}

export const median = (spans: readonly number[]): number | null => {
  const sorted = [...spans].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  if (upper === undefined) return null
  const lower = sorted[(sorted.length - 1) >> 1] ?? upper
  return (lower + upper) / 2
}

const nearestFirst = (a: Timed, b: Timed): number => (a.clock.dueAt ?? 0) - (b.clock.dueAt ?? 0)

/** A stage counts as done only where its milestone was reached: an incident that was cancelled on the way met nothing. */
const wasReached = ({ incident, clock }: Timed): boolean => milestoneAt(incident, clock.stage.to) !== null

/** The SLA of the room at `now`, stage by stage in the profile's order. Merged incidents are counted in the one they went into. */
export const stageBoard = (board: Board, now: number): readonly StageCount[] => {
  const today = dayStart(now, board.utcOffsetMinutes)
  const incidents = [...values(board.incidents)].filter((incident) => incident.end?.how !== 'merged')
  return profileOf(board).stages.map((stage) => {
    const timed = incidents.flatMap((incident): Timed[] => {
      const clock = stageClock(incident, stage, now)
      return clock ? [{ incident, clock }] : []
    })
    const inState = (state: StageClock['state']) => timed.filter(({ clock }) => clock.state === state).sort(nearestFirst)
    const ended = timed.filter((one) => one.clock.endedAt !== null && one.clock.endedAt >= today && wasReached(one))
    return {
      stage,
      running: inState('running'),
      amber: inState('amber'),
      red: inState('red'),
      paused: inState('paused'),
      met: ended.filter(({ clock }) => clock.state === 'met').length,
      missed: ended.filter(({ clock }) => clock.state === 'missed').length,
      medianMs: median(ended.map(({ clock }) => clock.elapsedMs)),
    }
  })
}
