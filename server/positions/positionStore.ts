import type { Position } from '../../shared/contracts/positions.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import { doubtOf, isImpossibleMove, type Doubt } from './believe.ts'

/** A position on its way to the track, with the instant at which the room came to know it. */
export type TrackPoint = Position & { readonly seenAt: number }

export type PositionStoreNeeds = {
  readonly now: () => number
  /** Keeps a batch for good; rejecting keeps the batch here for the next time. */
  readonly saveTrack: (points: readonly TrackPoint[]) => Promise<void>
}

export type Taken = { readonly ok: true } | { readonly ok: false; readonly doubt: Doubt }

export type PositionStore = {
  /** A fix from a unit. One that is not believed changes nothing on the map. */
  readonly take: (fix: Position) => Taken
  /** Where the unit was last believed to be. */
  readonly positionOf: (unit: UnitId) => Position | undefined
  readonly all: () => readonly Position[]
  /** The latest place of each unit that moved since the last call; for a timer of at most two a second. */
  readonly takeMoved: () => readonly Position[]
  /** Sends what waits to the track, all in one batch; for a timer of a few seconds, and at the end. */
  readonly flush: () => Promise<void>
  /** Points lost because the track could not be written for too long; 0 in health. */
  readonly lost: () => number
}

/** A unit that stands still is noted twice a minute, one that moves every fifteen metres: enough for a replay. */
const trackEveryMs = 30_000
const trackEveryM = 15

/** About ten minutes of 2,000 units: more than a disk hiccup, less than the memory of a small machine. */
const mostWaiting = 60_000

/** What a doubted older fix may still do: a late one was true when it was taken. */
const isLateButTrue = (fix: Position, latest: Position | undefined): boolean => latest !== undefined && !isImpossibleMove(fix, latest)

/** Where everyone is now. Presence, not journal: the newest fix wins and a restart begins empty. */
export const positionStore = ({ now, saveTrack }: PositionStoreNeeds): PositionStore => {
  const latest = new Map<UnitId, Position>()
  const doubted = new Map<UnitId, Position>()
  const tracked = new Map<UnitId, Position>()
  const moved = new Set<UnitId>()
  let waiting: TrackPoint[] = []
  let lost = 0
  let flushing: Promise<void> | null = null

  const note = (fix: Position) => {
    waiting.push({ ...fix, seenAt: now() })
    if (waiting.length <= mostWaiting) return
    lost += waiting.length - mostWaiting
    waiting = waiting.slice(-mostWaiting)
  }
  const track = (fix: Position) => {
    const before = tracked.get(fix.unit)
    const isDull = before && fix.at - before.at < trackEveryMs && distanceM(before.point, fix.point) < trackEveryM
    if (isDull) return
    tracked.set(fix.unit, fix)
    note(fix)
  }
  const send = async () => {
    const batch = waiting
    waiting = []
    try {
      await saveTrack(batch)
    } catch (error) {
      waiting = [...batch, ...waiting]
      throw error
    }
  }

  return {
    take: (fix) => {
      const { unit } = fix
      const doubt = doubtOf(fix, latest.get(unit), doubted.get(unit), now())
      if (doubt === 'impossible-speed') doubted.set(unit, fix)
      // It is not where the unit is, but it belongs to the way it went.
      if (doubt === 'older-than-latest' && isLateButTrue(fix, latest.get(unit))) note(fix)
      if (doubt) return { ok: false, doubt }
      doubted.delete(unit)
      latest.set(unit, fix)
      moved.add(unit)
      track(fix)
      return { ok: true }
    },
    positionOf: (unit) => latest.get(unit),
    all: () => [...latest.values()],
    takeMoved: () => {
      const positions = [...moved].flatMap((unit) => latest.get(unit) ?? [])
      moved.clear()
      return positions
    },
    flush: () => {
      if (flushing) return flushing
      if (waiting.length === 0) return Promise.resolve()
      flushing = send().finally(() => void (flushing = null))
      return flushing
    },
    lost: () => lost,
  }
}
