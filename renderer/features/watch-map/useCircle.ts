import { useEffect } from 'react'
import { distanceM, type Point } from '../../../shared/domain/geo/point.ts'
import { circleRing } from '../../map/circle.ts'
import type { Circle } from './circleUnits.ts'
import type { MapState } from '../../map/useMapEngine.ts'

/** A click without a drag is not a circle. */
const leastM = 20

/** Shows the circle, and while circling lets a drag draw it; the map stands still meanwhile. */
export const useCircle = (state: MapState, isCircling: boolean, circle: Circle | null, onCircle: (circle: Circle) => void): void => {
  const ready = state.kind === 'ready' ? state : null
  useEffect(() => {
    const rings = circle ? [circleRing(circle.center, circle.radiusM).map(([lon, lat]): [number, number] => [lon, lat])] : []
    ready?.painter.draw('circle', {
      type: 'FeatureCollection',
      features: rings.map((ring) => ({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} })),
    })
  }, [ready, circle])

  const map = ready?.map
  useEffect(() => {
    if (!map || !isCircling) return
    const canvas = map.getCanvasContainer()
    const { style } = map.getCanvas()
    let center: Point | null = null
    const pointOf = (event: PointerEvent): Point => {
      const box = canvas.getBoundingClientRect()
      const { lng, lat } = map.unproject([event.clientX - box.left, event.clientY - box.top])
      return [lng, lat]
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return
      center = pointOf(event)
      canvas.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent) => {
      if (!center) return
      const radiusM = distanceM(center, pointOf(event))
      if (radiusM >= leastM) onCircle({ center, radiusM })
    }
    const up = () => void (center = null)
    map.dragPan.disable()
    style.cursor = 'crosshair'
    canvas.addEventListener('pointerdown', down)
    canvas.addEventListener('pointermove', move)
    canvas.addEventListener('pointerup', up)
    return () => {
      map.dragPan.enable()
      style.cursor = ''
      canvas.removeEventListener('pointerdown', down)
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('pointerup', up)
    }
  }, [map, isCircling, onCircle])
}
