import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { noticed } from '../../board/noticeSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomSelector } from '../../board/store.ts'
import { http } from '../../feed/http.ts'
import { boxOf } from '../../map/circle.ts'
import { hasWebGl, openMapbox, openMapLibre, type MapEngine } from '../../map/engine.ts'
import type { MapTheme } from '../../map/images.ts'
import { keepMap, type KeptMap } from '../../map/keepMap.ts'
import { addLayers } from '../../map/layers.ts'
import { mapPainter, type MapPainter } from '../../map/mapPainter.ts'
import { townFeatures } from '../../map/townFeatures.ts'
import { wholeAddress } from '../../map/wholeAddress.ts'
import { isPageSeen, onPageSeen } from '../../ui/usePageSeen.ts'
import { sayOf } from '../../ui/words.ts'
import { mapWords } from './words.ts'

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

/** Opens the map in a box, keeps it in the page's theme, and feeds it the board and the positions. */
export const useMapEngine = (box: RefObject<HTMLDivElement | null>): MapState => {
  const { town, positions, feed, store } = useRoom()
  const theme = useRoomSelector((state) => state.desk.theme)
  const [state, setState] = useState<MapState>({ kind: 'opening' })
  const kept = useRef<KeptMap>(null)

  useEffect(() => {
    let isOver = false
    const fill = (map: MapEngine) => {
      const painter = mapPainter({ map, positions: positions.all, now: feed.now, onFrame, after })
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
      painter.seen(isPageSeen())
      const stopSeen = onPageSeen(() => painter.seen(isPageSeen()))
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
        wish: { container, style: styleOf(theme), bounds: townBox(town.boundary, town.center) },
        mapboxToken: settings.ok ? settings.value.mapboxToken : null,
        engines,
        after,
        onOpened: fill,
        onMissing: () => setState({ kind: 'missing', why: 'not-loaded' }),
        onFallback: () => {
          const text = sayOf(mapWords, store.getState().desk.language)('localMap')
          store.dispatch(noticed({ id: 'local-map', at: feed.now(), kind: 'failed', text }))
        },
      })
    }
    void open()
    return () => {
      isOver = true
      kept.current?.close()
      kept.current = null
    }
  }, [box, town, positions, feed, store])

  useEffect(() => kept.current?.wear(styleOf(theme)), [theme])
  return state
}
