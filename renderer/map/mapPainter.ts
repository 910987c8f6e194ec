import type { FeatureCollection } from 'geojson'
import type { Position } from '../../shared/contracts/positions.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import type { MapEngine, MapSource } from './engine.ts'
import { glide } from './glide.ts'
import type { iconPixels, MapTheme } from './images.ts'
import { own } from './layerInk.ts'
import { type LiveSource } from './layers.ts'
import { sameFeatures } from './sameFeatures.ts'
import { incidentFeatures, lineFeatures, unitFeatures, type MapLook } from './toFeatures.ts'

export type MapPainter = {
  /** Something to draw has changed; drawn at the next frame that is free. */
  readonly boardChanged: (board: Board) => void
  readonly lookChanged: (look: MapLook) => void
  readonly unitsMoved: () => void
  /** The style was loaded anew: everything is drawn again with fresh icons. */
  readonly styleLoaded: (theme: MapTheme) => void
  /** Nothing is painted while nobody sees the map; then all at once. */
  readonly seen: (isSeen: boolean) => void
  readonly draw: (source: LiveSource, features: FeatureCollection) => void
  /** Something flashes, and somebody sees it. */
  readonly isFlashing: () => boolean
  readonly stop: () => void
}

type Needs = {
  readonly map: MapEngine
  readonly positions: () => ReadonlyMap<UnitId, Position>
  readonly now: () => number
  readonly icon: typeof iconPixels
  /** Calls back at the next frame; the answer stops it. */
  readonly onFrame: (act: (at: number) => void) => () => void
  /** Calls back after a span, ms; the answer stops it. */
  readonly after: (ms: number, act: () => void) => () => void
}

/** Incidents change place or looks at most this often, and the rarer the more there are: the engine clusters them all anew. */
const boardEveryMs = 250
const restPerIncidentMs = 0.5

/** Units move at most this often; a room of thousands takes longer, see `restPerCost`. */
const unitsEveryMs = 80

/** After drawing, rest this many times as long as drawing took: at most a tenth of a desk's time goes to positions. */
const restPerCost = 9

/** Fixes age, also when nothing moves. */
const ageEveryMs = 5_000

/** A unit that moved among thousands glides for nothing: nobody sees it. */
const mostGliding = 600

/** Draws a board onto a map: incidents when they change, units as they move, no more often than a desk can bear. */
export const mapPainter = ({ map, positions, now, icon, onFrame, after }: Needs): MapPainter => {
  let board: Board | null = null
  let look: MapLook | null = null
  let theme: MapTheme | null = null
  let icons = new Set<string>()
  let isSeen = true
  let isBoardDirty = true
  let isUnitsDirty = true
  let nextBoardAt = 0
  let nextUnitsAt = 0
  let paintedAt = 0
  let shown = new Map<UnitId, Point>()
  const kept = new Map<LiveSource, FeatureCollection>()

  const source = (name: LiveSource): MapSource | undefined => (theme ? (map.getSource(own(name)) as MapSource | undefined) : undefined)

  const haveIcons = (features: FeatureCollection) => {
    for (const { properties } of features.features) {
      const name = properties?.['icon'] as string | undefined
      if (!name || !theme || icons.has(name)) continue
      icons.add(name)
      const pixels = icon(name, theme)
      if (!pixels) continue
      // Something may have been drawn in the old theme between the old style and the new one.
      if (map.hasImage(name)) map.updateImage(name, pixels.data)
      else map.addImage(name, pixels.data, { pixelRatio: pixels.pixelRatio })
    }
  }

  const give = (name: LiveSource, features: FeatureCollection) => {
    kept.set(name, features)
    haveIcons(features)
    void source(name)?.setData(features)
  }

  /** True when it differs from what the map has. */
  const draw = (name: LiveSource, features: FeatureCollection): boolean => {
    const known = kept.get(name)
    const isSame = known !== undefined && sameFeatures(known, features)
    if (!isSame) give(name, features)
    // Also when the map need not know: the newest features are the quickest to compare with the next.
    kept.set(name, features)
    return !isSame
  }

  /** Where units are drawn now: on their way to their newest fixes. True while some are still on it. */
  const gliding = (passedMs: number): { readonly at: ReadonlyMap<UnitId, Position>; readonly isMoving: boolean } => {
    const all = positions()
    if (all.size > mostGliding) return { at: all, isMoving: false }
    const next = new Map<UnitId, Point>()
    const drawn = new Map<UnitId, Position>()
    let isMoving = false
    for (const [id, position] of all) {
      const point = glide(shown.get(id), position.point, passedMs)
      next.set(id, point)
      drawn.set(id, point === position.point ? position : { ...position, point })
      if (point !== position.point) isMoving = true
    }
    shown = next
    return { at: drawn, isMoving }
  }

  const paintBoard = (present: Board, wanted: MapLook, at: number) => {
    isBoardDirty = false
    const { incidents, alerts, heat } = incidentFeatures(present, now(), wanted)
    const changed = [draw('incidents', incidents), draw('alerts', alerts), draw('heat', heat)]
    nextBoardAt = at + boardEveryMs + (changed.includes(true) ? incidents.features.length * restPerIncidentMs : 0)
  }

  const paintUnits = (present: Board, wanted: MapLook, at: number) => {
    const began = performance.now()
    const { at: where, isMoving } = gliding(at - paintedAt)
    const time = now()
    const { units, accuracy } = unitFeatures(present, where, time, wanted)
    draw('units', units)
    draw('accuracy', accuracy)
    draw('lines', lineFeatures(present, where, time, wanted))
    isUnitsDirty = isMoving
    paintedAt = at
    nextUnitsAt = at + Math.max(unitsEveryMs, (performance.now() - began) * restPerCost)
  }

  let stopWaiting = () => {}
  let waitingFor = Infinity

  /** Waits for what is to be painted next; between two paintings the page does nothing for the map. */
  const wait = () => {
    if (!isSeen) return
    const unitsAt = isUnitsDirty ? nextUnitsAt : paintedAt + ageEveryMs
    const dueAt = Math.min(isBoardDirty ? nextBoardAt : Infinity, unitsAt)
    if (dueAt >= waitingFor) return
    stopWaiting()
    waitingFor = dueAt
    const onDue = () => void (stopWaiting = onFrame(frame))
    const waitMs = dueAt - performance.now()
    if (waitMs <= 0) onDue()
    else stopWaiting = after(waitMs, onDue)
  }
  const frame = (at: number) => {
    waitingFor = Infinity
    if (!board || !look || !theme || !isSeen) return
    if (isBoardDirty && at >= nextBoardAt) paintBoard(board, look, at)
    if (at - paintedAt >= ageEveryMs) isUnitsDirty = true
    if (isUnitsDirty && at >= nextUnitsAt) paintUnits(board, look, at)
    wait()
  }

  return {
    boardChanged: (next) => {
      board = next
      isBoardDirty = true
      isUnitsDirty = true
      wait()
    },
    lookChanged: (next) => {
      look = next
      isBoardDirty = true
      isUnitsDirty = true
      nextBoardAt = 0
      nextUnitsAt = 0
      wait()
    },
    unitsMoved: () => {
      isUnitsDirty = true
      wait()
    },
    styleLoaded: (next) => {
      theme = next
      icons = new Set()
      for (const rank of [0, 1, 2, 3])
        haveIcons({
          type: 'FeatureCollection',
          features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] }, properties: { icon: `cluster/${rank}` } }],
        })
      for (const [name, features] of kept) give(name, features)
      isBoardDirty = true
      isUnitsDirty = true
      nextBoardAt = 0
      nextUnitsAt = 0
      wait()
    },
    seen: (now) => {
      isSeen = now
      stopWaiting()
      waitingFor = Infinity
      isUnitsDirty = true
      wait()
    },
    draw: (name, features) => void draw(name, features),
    isFlashing: () => isSeen && (kept.get('alerts')?.features.length ?? 0) > 0,
    stop: () => stopWaiting(),
  }
}
