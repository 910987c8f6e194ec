import { unitOf } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import { isOnDuty, type Unit } from '../../shared/domain/unit/unit.ts'
import { patrols, type Beats } from './beats.ts'
import type { Chance } from './chance.ts'
import type { DemoPorts, DrawnWay } from './demoPorts.ts'
import type { Schedule } from './schedule.ts'

/** A phone sends every so often while it moves (played time), and while it rests (real time). */
const movingEveryMs = 5_000
const restingEveryMs = 10_000
const hurriedEveryMs = 1_000

/** The shortest pause between two looks at everybody, real ms. */
const shortestBeatMs = 250

/** On patrol people are slower than on an order. */
const patrolSlowness = 1.6

/** At the opening a way takes about so long, at a speed that is still believed: 90 km/h; real ms. */
const hurriedWayMs = 6_000
const hurriedMPerMs = 90 / 3_600

/** A phone that sent a position of its own keeps the unit for this long: a person is trying out the field page. */
const personKeepsMs = 15 * 60_000

type Motion = {
  readonly way: DrawnWay
  readonly from: number
  readonly slowness: number
  readonly everyMs: number
  readonly done: () => void
}

type Mover = {
  readonly chance: Chance
  at: Point
  motion: Motion | null
  /** Bound by a task: stands where it is and does not patrol. */
  isBound: boolean
  restsUntil: number
  sentAt: number
  sentPlayed: number
  personUntil: number
}

export type Movers = {
  /** Puts everybody on duty on the map at once and keeps them moving. */
  readonly begin: () => void
  /** Sends a unit on its way. */
  readonly send: (unit: UnitId, to: Point, isHurried: boolean, done: () => void) => void
  readonly release: (unit: UnitId) => void
  readonly pointOf: (unit: UnitId) => Point | undefined
  /** A person acts for this unit with a phone of their own. */
  readonly notePerson: (unit: UnitId) => void
  readonly isPersons: (unit: UnitId) => boolean
}

type Needs = Pick<DemoPorts, 'board' | 'fix' | 'fixedAt' | 'way' | 'now' | 'speed'> & {
  readonly chance: Chance
  readonly plan: Schedule
  readonly beats: Beats
}

/** Where a motion is after so many ms; null when it has ended. */
export const pointAlong = (way: DrawnWay, afterMs: number): Point | null => {
  const i = way.findIndex(({ atMs }) => atMs > afterMs)
  const to = way[i]
  if (!to) return null
  const from = way[i - 1] ?? to
  const share = to.atMs === from.atMs ? 1 : (afterMs - from.atMs) / (to.atMs - from.atMs)
  return [from.point[0] + (to.point[0] - from.point[0]) * share, from.point[1] + (to.point[1] - from.point[1]) * share]
}

/** Everybody's feet and wheels: on patrol, on the way to a task, at rest. */
export const movers = ({ board, fix, fixedAt, way, now, speed, chance, plan, beats }: Needs): Movers => {
  const all = new Map<UnitId, Mover>()

  const tell = (unit: UnitId, mover: Mover) => {
    mover.sentAt = now()
    mover.sentPlayed = plan.played()
    fix(unit, mover.at, Math.round(mover.chance.between(4, 15)))
  }
  const appear = (unit: Unit): Mover => {
    const own = chance.of(`mover:${unit.id}`)
    const at = patrols(unit) ? beats.somewhere(unit, own) : unit.definition.home
    const restsUntil = plan.played() + own.between(0, 120_000)
    const mover: Mover = { chance: own, at, motion: null, isBound: false, restsUntil, sentAt: 0, sentPlayed: 0, personUntil: 0 }
    all.set(unit.id, mover)
    tell(unit.id, mover)
    return mover
  }
  const onDuty = () => {
    const { utcOffsetMinutes } = board()
    return [...values(board().units)].filter((unit) => unit.task !== null || isOnDuty(unit, now(), utcOffsetMinutes))
  }
  const moverOf = (id: UnitId): Mover | undefined => {
    const unit = unitOf(board(), id)
    return all.get(id) ?? (unit && appear(unit))
  }
  const isPersons = (mover: Mover | undefined) => mover !== undefined && now() < mover.personUntil

  const advance = (mover: Mover) => {
    const { motion } = mover
    if (!motion) return
    const point = pointAlong(motion.way, (plan.played() - motion.from) / motion.slowness)
    mover.at = point ?? motion.way.at(-1)?.point ?? mover.at
    if (point) return
    mover.motion = null
    mover.restsUntil = plan.played() + mover.chance.between(40_000, 240_000)
  }
  const patrol = (unit: Unit, mover: Mover) => {
    const isIdle = !mover.motion && !mover.isBound && plan.played() >= mover.restsUntil
    if (!isIdle) return
    if (!patrols(unit) && mover.at === unit.definition.home) return
    const to = patrols(unit) ? beats.somewhere(unit, mover.chance) : unit.definition.home
    mover.motion = {
      way: way(mover.at, to, unit.definition.vehicle),
      from: plan.played(),
      slowness: patrolSlowness,
      everyMs: movingEveryMs,
      done: () => {},
    }
  }
  const live = (unit: Unit) => {
    const mover = all.get(unit.id) ?? appear(unit)
    if ((fixedAt(unit.id) ?? 0) > mover.sentAt) mover.personUntil = now() + personKeepsMs
    if (isPersons(mover)) return
    const { motion } = mover
    advance(mover)
    patrol(unit, mover)
    const isDue = mover.motion ? plan.played() - mover.sentPlayed >= mover.motion.everyMs : now() - mover.sentAt >= restingEveryMs
    const hasArrived = motion !== null && mover.motion !== motion
    if (isDue || hasArrived) tell(unit.id, mover)
    if (hasArrived) motion.done()
  }
  /** Faster than in life, but never so fast that the room would not believe the position. */
  const hurried = (drawn: DrawnWay): DrawnWay => {
    let far = 0
    const metres = drawn.map(({ point }, i) => (far += distanceM(drawn[i - 1]?.point ?? point, point)))
    const takesMs = Math.max(hurriedWayMs, far / hurriedMPerMs) * speed
    if (far === 0 || takesMs >= (drawn.at(-1)?.atMs ?? 0)) return drawn
    return drawn.map(({ point }, i) => ({ point, atMs: ((metres[i] ?? far) / far) * takesMs }))
  }
  const beat = () => {
    plan.afterReal(Math.max(shortestBeatMs, 1_000 / speed), beat)
    const present = onDuty()
    const names = new Set(present.map(({ id }) => id))
    for (const id of all.keys()) if (!names.has(id)) all.delete(id)
    for (const unit of present) live(unit)
  }

  return {
    begin: beat,
    send: (id, to, isHurried, done) => {
      const mover = moverOf(id)
      const unit = unitOf(board(), id)
      if (!mover || !unit) return
      const drawn = way(mover.at, to, unit.definition.vehicle)
      mover.isBound = true
      mover.motion = {
        way: isHurried ? hurried(drawn) : drawn,
        from: plan.played(),
        slowness: 1,
        everyMs: isHurried ? hurriedEveryMs : movingEveryMs,
        done,
      }
    },
    release: (id) => {
      const mover = all.get(id)
      if (!mover) return
      mover.isBound = false
      mover.motion = null
      mover.restsUntil = plan.played() + mover.chance.between(20_000, 90_000)
    },
    pointOf: (id) => all.get(id)?.at,
    notePerson: (id) => {
      const mover = moverOf(id)
      if (mover) mover.personUntil = now() + personKeepsMs
    },
    isPersons: (id) => isPersons(all.get(id)),
  }
}
