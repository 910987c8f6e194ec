import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Point } from '../../shared/domain/geo/point.ts'
import { useRoom } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import type { Http } from '../feed/http.ts'
import { boxOf } from './circle.ts'
import { hasWebGl, openMapbox, openMapLibre, type MapEngine } from './engine.ts'
import { iconPixels, type MapTheme } from './images.ts'
import { keepMap, type KeptMap } from './keepMap.ts'
import { addLayers } from './layers.ts'
import { mapPainter, type MapPainter } from './mapPainter.ts'
import { townFeatures } from './townFeatures.ts'
import { wholeAddress } from './wholeAddress.ts'
import { isPageSeen, onPageSeen } from '../ui/usePageSeen.ts'

export type MapState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready'; readonly map: MapEngine; readonly painter: MapPainter; /** Counts loaded styles. */ readonly style: number }
  | { readonly kind: 'missing'; readonly why: 'no-webgl' | 'not-loaded' }

type Settings = { readonly mapboxToken: string | null }

const styleOf = (theme: MapTheme) => wholeAddress(`/map/style-${theme}.json`, window.location.href)

const onFrame = (act: (at: number) => void) => {
  const frame = requestAnimationFrame(act)
  return () => cancelAnimationFrame(frame)
}

const after = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** The box of the town, for the first look and "whole town". */
export const townBox = (boundary: readonly Point[], center: Point): readonly [Point, Point] => boxOf(boundary) ?? [center, center]

const engines = { local: openMapLibre, mapbox: openMapbox }

/** How a page opens its map; the same object each time, or the map is opened anew. */
export type MapNeeds = {
  readonly http: Http
  /** From now on the local engine draws, although Mapbox was asked for. */
  readonly onFallback: () => void
  /** Device pixels per pixel of the map's box; the screen's own where nothing is said. */
  readonly pixelRatio?: number
}

/**
 * Opens the map in a box, keeps it in the page's theme, and feeds it the board and the positions while it is seen: the page
 * by somebody, and the map (`isUp`) on the page.
 */
export const useMapEngine = (box: RefObject<HTMLDivElement | null>, { http, onFallback, pixelRatio }: MapNeeds, isUp = true): MapState => {
  const { town, positions, feed, store } = useRoom()
  const theme = useRoomSelector((state) => state.desk.theme)
  const [state, setState] = useState<MapState>({ kind: 'opening' })
  const kept = useRef<KeptMap>(null)
  const up = useRef(isUp)

  useEffect(() => {
    let isOver = false
    const fill = (map: MapEngine) => {
      const painter = mapPainter({ map, positions: positions.all, now: feed.now, icon: iconPixels, onFrame, after })
      const areas = townFeatures(town)
      map.on('style.load', () => {
        const { theme } = store.getState().desk
        addLayers(map, theme, areas)
        painter.styleLoaded(theme)
        setState((known) => ({ kind: 'ready', map, painter, style: known.kind === 'ready' ? known.style + 1 : 1 }))
      })
      const tellBoard = () => {
        const { board } = store.getState()
        if (board) painter.boardChanged(board)
      }
      let told = store.getState().board
      tellBoard()
      const stopStore = store.subscribe(() => {
        const { board } = store.getState()
        if (board === told) return
        told = board
        tellBoard()
      })
      const stopMoves = positions.subscribe(painter.unitsMoved)
      const tellSeen = () => painter.seen(up.current && isPageSeen())
      tellSeen()
      const stopSeen = onPageSeen(tellSeen)
      return () => {
        stopStore()
        stopMoves()
        stopSeen()
        painter.stop()
        setState({ kind: 'opening' })
      }
    }
    const open = async () => {
      if (!hasWebGl()) return setState({ kind: 'missing', why: 'no-webgl' })
      const settings = await http<Settings>('GET', '/api/settings')
      const container = box.current
      if (isOver || !container) return
      const { theme } = store.getState().desk
      kept.current = keepMap({
        wish: {
          container,
          style: styleOf(theme),
          bounds: townBox(town.boundary, town.center),
          ...(pixelRatio !== undefined && { pixelRatio }),
        },
        mapboxToken: settings.ok ? settings.value.mapboxToken : null,
        engines,
        after,
        onOpened: fill,
        onMissing: () => setState({ kind: 'missing', why: 'not-loaded' }),
        onFallback,
      })
    }
    void open()
    return () => {
      isOver = true
      kept.current?.close()
      kept.current = null
    }
  }, [box, town, positions, feed, store, http, onFallback, pixelRatio])

  useEffect(() => kept.current?.wear(styleOf(theme)), [theme])
  useEffect(() => {
    up.current = isUp
    if (state.kind === 'ready') state.painter.seen(isUp && isPageSeen())
  }, [state, isUp])
  return state
}
