import { useEffect } from 'react'
import { IncidentId, UnitId } from '../../../shared/domain/ids.ts'
import { incidentSelected, placePicked, unitSelected } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import type { MapClick, MapEngine, MapSource } from '../../map/engine.ts'
import { own } from '../../map/layerInk.ts'
import { clickable } from '../../map/layers.ts'
import type { MapState } from '../../map/useMapEngine.ts'

/** Several things under one finger: the person says which. */
export type Spot = { readonly incidents: readonly IncidentId[]; readonly units: readonly UnitId[] }

/** A finger or an unsteady mouse misses by this much. */
const reachPx = 6

/** Nearer than this a cluster does not come apart: its incidents have one address. */
const nearestZoom = 17.5
const mostLeaves = 50

type Hit = ReturnType<MapEngine['queryRenderedFeatures']>[number]

const idsOf = <T>(hits: readonly Hit[], layer: string, id: { safeParse: (raw: unknown) => { success: boolean; data?: T } }): T[] => {
  const found = hits.filter((hit) => hit.layer.id === own(layer)).map((hit) => id.safeParse(hit.properties['id']).data)
  return [...new Set(found.filter((one): one is NonNullable<typeof one> => one !== undefined))]
}

const openCluster = async (map: MapEngine, hit: Hit): Promise<Spot | null> => {
  const source = map.getSource(own('incidents')) as MapSource
  const cluster = Number(hit.properties['cluster_id'])
  const zoom = await source.getClusterExpansionZoom(cluster)
  const { geometry } = hit
  if (zoom <= nearestZoom && map.getZoom() < zoom && geometry.type === 'Point') {
    map.easeTo({ center: geometry.coordinates as [number, number], zoom: zoom + 0.2, duration: 350 })
    return null
  }
  const leaves = await source.getClusterLeaves(cluster, mostLeaves, 0)
  return { incidents: leaves.flatMap((leaf) => IncidentId.safeParse(leaf.properties?.['id']).data ?? []), units: [] }
}

/** Clicks on the map: a place for the card, an incident, a unit, a cluster, or a choice between several. */
export const useMapClicks = (state: MapState, isCircling: boolean, onSpot: (spot: Spot | null) => void): void => {
  const { store } = useRoom()
  const map = state.kind === 'ready' ? state.map : null
  useEffect(() => {
    if (!map || isCircling) return
    // An engine that was taken away has no canvas any more.
    const canvas = map.getCanvas()
    const hitsAt = ({ point }: MapClick) => {
      const layers = clickable.filter((layer) => map.getLayer(layer))
      return map.queryRenderedFeatures(
        [
          [point.x - reachPx, point.y - reachPx],
          [point.x + reachPx, point.y + reachPx],
        ],
        { layers },
      )
    }
    const choose = (hits: readonly Hit[]) => {
      const incidents = idsOf(hits, 'incident', IncidentId)
      const units = idsOf(hits, 'unit', UnitId)
      const [incident, unit] = [incidents[0], units[0]]
      if (incidents.length + units.length > 1) return onSpot({ incidents, units })
      onSpot(null)
      if (incident) store.dispatch(incidentSelected(incident))
      else store.dispatch(unitSelected(unit ?? null))
    }
    const clicked = (click: MapClick) => {
      if (store.getState().desk.placePicking) return void store.dispatch(placePicked([click.lngLat.lng, click.lngLat.lat]))
      const hits = hitsAt(click)
      const cluster = hits.find((hit) => hit.layer.id === own('cluster'))
      const hasIncident = hits.some((hit) => hit.layer.id === own('incident'))
      if (!cluster || hasIncident) return choose(hits)
      openCluster(map, cluster).then(onSpot, () => {})
    }
    const pointed = (move: MapClick) => {
      const isPlacing = store.getState().desk.placePicking !== null
      canvas.style.cursor = isPlacing ? 'crosshair' : hitsAt(move).length > 0 ? 'pointer' : ''
    }
    map.on('click', clicked)
    map.on('mousemove', pointed)
    return () => {
      map.off('click', clicked)
      map.off('mousemove', pointed)
      canvas.style.cursor = ''
    }
  }, [map, isCircling, onSpot, store])
}
