import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { unitOf } from '../../shared/domain/board/board.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { IncidentId, UnitId } from '../../shared/domain/ids.ts'
import { isActive } from '../../shared/domain/incident/assignment.ts'
import { useIncident, useRoom } from '../board/room.tsx'
import { useKindName } from '../board/useKindName.ts'
import { wallHttp } from '../feed/http.ts'
import { boxOf } from '../map/circle.ts'
import type { MapEngine } from '../map/engine.ts'
import type { LayerChoice } from '../map/layerChoice.ts'
import { showLayers } from '../map/layers.ts'
import type { MapLook } from '../map/toFeatures.ts'
import { useFlash } from '../map/useFlash.ts'
import { unitPoint } from '../map/unitPoints.ts'
import { townBox, useMapEngine } from '../map/useMapEngine.ts'
import { metres } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { wallWords } from './words.ts'

/** The map is drawn as if the wall were this high, and then enlarged: marks and names made for a desk are read from six metres. */
const asIfHighPx = 500

const onResize = (listener: () => void) => {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** Whole tenths: a scroll bar that comes and goes must not open the map anew. */
const enlargement = () => Math.max(1, Math.round((window.innerHeight / asIfHighPx) * 10) / 10)

const onlyHeat: LayerChoice = {
  incidents: true,
  units: false,
  hiddenForces: [],
  hiddenStandings: [],
  grids: true,
  heat: true,
  buildings: false,
}
/** Around an incident the houses help, and the rest of the town is not in the way. */
const onlyNear: LayerChoice = { ...onlyHeat, heat: false, buildings: true }

const nothing = () => {}
const moveMs = 600

type Box = readonly [Point, Point]

const fit = (map: MapEngine, [[west, south], [east, north]]: Box, how: Parameters<MapEngine['fitBounds']>[1]) =>
  map.fitBounds(
    [
      [west, south],
      [east, north],
    ],
    { duration: moveMs, ...how },
  )

/** The right part is under the words; a single point is shown with some streets around it. */
const beside = (asIfWidePx: number) => ({ padding: { top: 60, bottom: 60, left: 60, right: 60 + asIfWidePx * 0.42 }, maxZoom: 15.5 })

const useCamera = (map: MapEngine | null, incident: IncidentId | null, factor: number) => {
  const { town, positions, store, feed } = useRoom()
  const shown = useIncident(incident)
  const sent = shown?.assignments.filter(isActive).map(({ unit }) => unit) ?? []
  const who = sent.join(' ')
  const point = shown?.place.point ?? null
  useEffect(() => {
    if (!map) return
    if (!point) return void fit(map, townBox(town.boundary, town.center), { padding: 24 })
    const { board } = store.getState()
    const units = who.split(' ').flatMap((id) => (board && unitOf(board, id as UnitId)) ?? [])
    const around = units.map((unit) => unitPoint(unit, positions.all(), feed.now(), 0).point)
    const box = boxOf([point, ...around])
    if (box) fit(map, box, beside(window.innerWidth / factor))
  }, [map, point, who, town, positions, store, feed, factor])
}

type Props = { readonly incident: IncidentId | null; readonly isUp: boolean }

const Drawn = ({ incident, isUp, factor }: Props & { readonly factor: number }) => {
  const t = useWords(wallWords)
  const box = useRef<HTMLDivElement>(null)
  const needs = useMemo(() => ({ http: wallHttp, onFallback: nothing, pixelRatio: window.devicePixelRatio * factor }), [factor])
  const state = useMapEngine(box, needs, isUp)
  const kindName = useKindName()
  const layers = incident === null ? onlyHeat : onlyNear
  const look = useMemo(
    (): MapLook => ({
      layers,
      incident,
      unit: null,
      picked: [],
      advice: null,
      words: {
        incident: ({ kind }) => kindName(kind),
        old: () => t('byOldFix'),
        onTheWay: (travelMs, m) => t('onTheWay', { minutes: Math.max(1, Math.ceil(travelMs / 60_000)), distance: metres(m) }),
      },
    }),
    [layers, incident, kindName, t],
  )
  useEffect(() => {
    if (state.kind !== 'ready') return
    showLayers(state.map, layers)
    state.painter.lookChanged(look)
  }, [state, layers, look])
  useFlash(state)
  useCamera(state.kind === 'ready' ? state.map : null, incident, factor)
  const size = `${100 / factor}%`
  return (
    <div className="xn-wall-map" data-up={isUp} inert>
      <div ref={box} className="xn-wall-canvas" style={{ width: size, height: size, transform: `scale(${factor})` }} />
      {state.kind === 'missing' && <p className="xn-wall-no-map">{t('noMap')}</p>}
    </div>
  )
}

/** The town with its heat, or the place of one incident and who goes there. Nobody can touch it. */
export const WallMap = (props: Props) => {
  const factor = useSyncExternalStore(onResize, enlargement)
  return <Drawn key={factor} factor={factor} {...props} />
}
