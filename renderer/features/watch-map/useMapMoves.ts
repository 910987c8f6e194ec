import { useCallback, useEffect } from 'react'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { useIncident, useRoom } from '../../board/room.tsx'
import { useRoomSelector } from '../../board/store.ts'
import type { MapEngine } from '../../map/engine.ts'
import { own } from '../../map/layerInk.ts'
import { townBox, type MapState } from '../../map/useMapEngine.ts'

const moveMs = 350

const centre = ([lon, lat]: Point): [number, number] => [lon, lat]

/** The map goes where the desk asks, to the selected incident when that is out of sight, and after a followed unit. */
export const useMapMoves = (state: MapState, followed: boolean): { readonly fit: () => void } => {
  const { town, positions } = useRoom()
  const map: MapEngine | null = state.kind === 'ready' ? state.map : null
  const goTo = useRoomSelector((store) => store.desk.goTo)
  const unit = useRoomSelector((store) => store.desk.unit)
  const incident = useIncident(useRoomSelector((store) => store.desk.incident))
  const point = incident?.place.point ?? null
  const style = state.kind === 'ready' ? state.style : 0

  useEffect(() => {
    if (!map || !goTo) return
    // The window that asked may know no positions: where a unit is now is known here.
    const point = (goTo.unit && positions.get(goTo.unit)?.point) ?? goTo.point
    map.easeTo({ center: centre(point), zoom: goTo.zoom ?? Math.max(map.getZoom(), 14), duration: moveMs })
  }, [map, goTo, positions])

  useEffect(() => {
    if (map && point && !map.getBounds().contains(centre(point))) map.easeTo({ center: centre(point), duration: moveMs })
  }, [map, point])

  useEffect(() => {
    if (!map || !map.getLayer(own('grid-chosen'))) return
    map.setFilter(own('grid-chosen'), ['==', ['get', 'id'], incident?.place.grid ?? ''])
  }, [map, style, incident?.place.grid])

  useEffect(() => {
    if (!map || !followed || !unit) return
    const go = () => {
      const fix = positions.get(unit)
      if (fix) map.easeTo({ center: centre(fix.point), duration: moveMs })
    }
    go()
    return positions.subscribe((moved) => void (moved.has(unit) && go()))
  }, [map, followed, unit, positions])

  const fit = useCallback(() => {
    const [southWest, northEast] = townBox(town.boundary, town.center)
    map?.fitBounds([centre(southWest), centre(northEast)], { padding: 24, duration: moveMs })
  }, [map, town])
  return { fit }
}
