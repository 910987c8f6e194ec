import { assertNever } from '../assertNever.ts'
import { assignmentsOfRound, roundFrom, type Incident } from '../incident/incident.ts'
import type { Milestone, SlaProfile, Stage } from './profile.ts'

/** One stage of one incident at one instant. Spans in ms; pauses are not counted. */
export type StageClock = {
  readonly stage: Stage
  readonly startedAt: number
  /** When the stage ended, or its incident did; null while it runs. */
  readonly endedAt: number | null
  readonly elapsedMs: number
  /** When the limit is, pauses so far included; null while the clock stands still or has ended. */
  readonly dueAt: number | null
  /** `ended`: the incident was over before what the stage waits for happened. Nobody met that limit, and nobody missed it. */
  readonly state: 'running' | 'paused' | 'amber' | 'red' | 'met' | 'missed' | 'ended'
}

const earliest = (instants: readonly (number | null)[]): number | null => {
  const happened = instants.filter((at): at is number => at !== null)
  return happened.length === 0 ? null : Math.min(...happened)
}

/** The call for help of the present round, if there was one. */
const helpOfRound = (incident: Incident): Incident['help'] =>
  incident.help && incident.help.askedAt >= roundFrom(incident) ? incident.help : null

/**
 * When the incident reached a milestone in its present round; null when it has not. Returned and recalled
 * assignments still count: they did happen.
 */
export const milestoneAt = (incident: Incident, milestone: Milestone): number | null => {
  switch (milestone) {
    case 'reported':
      return roundFrom(incident)
    case 'taken':
      return incident.takenAt
    case 'accepted':
      return earliest(assignmentsOfRound(incident).map((a) => a.acceptedAt))
    case 'onscene':
      // Settled on the way or by telephone: nobody is waited for at the scene any more.
      return earliest(assignmentsOfRound(incident).map((a) => a.onSceneAt ?? (a.state === 'resolved' ? a.endedAt : null)))
    case 'helpAsked':
      return helpOfRound(incident)?.askedAt ?? null
    case 'helpAnswered':
      return helpOfRound(incident)?.answeredAt ?? null
    case 'feedback':
      return earliest(assignmentsOfRound(incident).map((a) => (a.state === 'resolved' ? a.endedAt : null)))
    case 'closed':
      return incident.end?.how === 'closed' ? incident.end.at : null
    default:
      return assertNever(milestone)
  }
}

type Span = { readonly from: number; readonly to: number | null }

/** How much of the spans, which do not overlap, lies inside [from, to]; ms. A span without an end goes on. */
const inside = (spans: readonly Span[], from: number, to: number): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to ?? to, to) - Math.max(span.from, from)), 0)

/** Time that does not count: pauses where the stage allows them, and always the time in which the incident had ended. */
const stoodMs = (incident: Incident, stage: Stage, from: number, to: number): number =>
  inside(incident.away, from, to) + (stage.canPause ? inside(incident.pauses, from, to) : 0)

export const appliesTo = (stage: Stage, incident: Incident): boolean =>
  stage.natures.includes(incident.nature) && stage.urgencies.includes(incident.urgency)

/** The clock of one stage; null when the stage does not apply or has not started. An ended incident's open clocks stop at its end. */
export const stageClock = (incident: Incident, stage: Stage, now: number): StageClock | null => {
  if (!appliesTo(stage, incident)) return null
  const startedAt = milestoneAt(incident, stage.from)
  if (startedAt === null) return null
  const reachedAt = milestoneAt(incident, stage.to)
  const endedAt = reachedAt ?? incident.end?.at ?? null
  const until = Math.max(startedAt, endedAt ?? now)
  const stood = stoodMs(incident, stage, startedAt, until)
  const elapsedMs = until - startedAt - stood
  if (endedAt !== null) {
    const kept = elapsedMs > stage.limitMs ? 'missed' : 'met'
    return { stage, startedAt, endedAt, elapsedMs, dueAt: null, state: reachedAt === null ? 'ended' : kept }
  }
  const isPaused = stage.canPause && incident.pauses.some((pause) => pause.to === null)
  if (isPaused) return { stage, startedAt, endedAt, elapsedMs, dueAt: null, state: 'paused' }
  const dueAt = startedAt + stage.limitMs + stood
  const state = elapsedMs >= stage.limitMs ? 'red' : elapsedMs >= stage.limitMs - stage.warnBeforeMs ? 'amber' : 'running'
  return { stage, startedAt, endedAt, elapsedMs, dueAt, state }
}

/** The clocks of all stages that apply and have started, in the profile's order. */
export const stageClocks = (incident: Incident, profile: SlaProfile, now: number): readonly StageClock[] =>
  profile.stages.map((stage) => stageClock(incident, stage, now)).filter((clock): clock is StageClock => clock !== null)
