import type { Assignment } from '../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Hurdle } from '../../shared/domain/narrative/narrative.ts'
import type { Chance } from './chance.ts'
import type { Stories } from './readStories.ts'

/** What one unit is like on one task, settled when it is assigned. Spans in ms of played time. */
export type Temper = {
  readonly acceptsAfterMs: number
  readonly departsAfterMs: number
  readonly looksAroundMs: number
  readonly handlesMs: number
  /** 退单: why it hands the task back. */
  readonly returns: string | null
  /** 请求增援: what it meets on the scene. */
  readonly hurdle: Hurdle | null
  readonly isInDanger: boolean
}

const slowShare = 0.08
const silentShare = 0.04
const returnShare = 0.04
const hurdleShare = 0.12
const dangerShare = 0.004

const minuteMs = 60_000

/** How long matters take on the scene, least and most, minutes. */
const handlingMinutes: Readonly<Record<Incident['urgency'], readonly [number, number]>> = {
  critical: [6, 14],
  high: [4, 10],
  normal: [4, 9],
  low: [2, 6],
}

/** Who falls silent is so for longer than a room waits, on the room's clock, or nobody would ever be replaced. */
const silentForRealMs = 100_000

const acceptsAfter = (chance: Chance, speed: number): number => {
  if (chance.happens(silentShare)) return Math.max(chance.between(4, 7) * minuteMs, silentForRealMs * speed)
  if (chance.happens(slowShare)) return chance.between(45_000, 110_000)
  return chance.between(3_000, 22_000)
}

/** Settles what will happen between this unit and this task. */
export const temperOf = (assignment: Assignment, incident: Incident, stories: Stories, chance: Chance, speed: number): Temper => {
  const { force } = assignment
  const reasons = stories.returns.filter((one) => one.from === force).flatMap((one) => one.reasons)
  const hurdles = stories.hurdles.filter((one) => one.force === force && one.kinds.includes(incident.kind))
  const mayReturn = reasons.length > 0 && !incident.critical && !incident.returnedBy.some((one) => one.force === force)
  const [least, most] = handlingMinutes[incident.urgency]
  return {
    acceptsAfterMs: acceptsAfter(chance, speed),
    departsAfterMs: chance.between(4_000, 35_000),
    looksAroundMs: chance.between(5_000, 25_000),
    handlesMs: chance.between(least, most) * minuteMs,
    returns: chance.happens(returnShare) && mayReturn ? chance.pick(reasons) : null,
    hurdle: chance.happens(hurdleShare) && hurdles.length > 0 ? chance.pick(hurdles) : null,
    isInDanger: chance.happens(dangerShare) && force !== 'utility',
  }
}
