import { useEffect, useState, type RefObject } from 'react'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomSelector } from '../../board/store.ts'
import { http } from '../../feed/http.ts'
import { boxOf } from '../../map/circle.ts'
import { openMap, type MapEngine } from '../../map/engine.ts'
import type { MapTheme } from '../../map/images.ts'
import { addLayers } from '../../map/layers.ts'
import { mapPainter, type MapPainter } from '../../map/mapPainter.ts'
import { townFeatures } from '../../map/townFeatures.ts'

export type MapState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready'; readonly map: MapEngine; readonly painter: MapPainter; /** Counts loaded styles. */ readonly style: number }
  | { readonly kind: 'missing'; readonly why: 'no-webgl' | 'not-loaded' }

type Settings = { readonly mapboxToken: string | null }

const styleOf = (theme: MapTheme) => `${window.location.origin}/map/style-${theme}.json`

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

/** Opens the map in a box, keeps it in the page's theme, and feeds it the board and the positions. */
export const useMapEngine = (box: RefObject<HTMLDivElement | null>): MapState => {
  const { town, positions, feed, store } = useRoom()
  const theme = useRoomSelector((state) => state.desk.theme)
  const [state, setState] = useState<MapState>({ kind: 'opening' })

  useEffect(() => {
    let isOver = false
    let close = () => {}
    const open = async () => {
      const settings = await http<Settings>('GET', '/api/settings')
      const container = box.current
      if (isOver || !container) return
      const theme = store.getState().desk.theme
      const opened = await openMap({
        container,
        style: styleOf(theme),
        bounds: townBox(town.boundary, town.center),
        mapboxToken: settings.ok ? settings.value.mapboxToken : null,
      })
      if (!opened.ok) return setState({ kind: 'missing', why: opened.why })
      const { map } = opened
      if (isOver) return map.remove()
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
      close = () => {
        stopStore()
        stopMoves()
        painter.stop()
        map.remove()
      }
    }
    void open()
    return () => {
      isOver = true
      close()
    }
  }, [box, town, positions, feed, store])

  const map = state.kind === 'ready' ? state.map : null
  const [shownTheme, setShownTheme] = useState(theme)
  useEffect(() => {
    if (!map || shownTheme === theme) return
    setShownTheme(theme)
    map.setStyle(styleOf(theme), { diff: false })
  }, [map, theme, shownTheme])
  return state
}
