import { useEffect } from 'react'
import { own } from './layerInk.ts'
import type { MapState } from './useMapEngine.ts'

const halfMs = 500

/** Untaken critical reports flash; for people who asked their machine for stillness they only glow. */
export const useFlash = (state: MapState): void => {
  const map = state.kind === 'ready' ? state.map : null
  const painter = state.kind === 'ready' ? state.painter : null
  const style = state.kind === 'ready' ? state.style : 0
  useEffect(() => {
    if (!map || !painter || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    let isBright = true
    const timer = setInterval(() => {
      // Each flash draws the whole map: with nothing to flash, or nobody to see it, it stands still.
      if (!painter.isFlashing()) return
      isBright = !isBright
      if (map.getLayer(own('alert'))) map.setPaintProperty(own('alert'), 'circle-stroke-opacity', isBright ? 1 : 0.15)
    }, halfMs)
    return () => clearInterval(timer)
  }, [map, painter, style])
}
