import { expect, test } from 'vitest'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import type { MapEngine } from './engine.ts'
import type { MapTheme } from './images.ts'
import { firstChoice } from './layerChoice.ts'
import { mapPainter } from './mapPainter.ts'

/** A map that keeps its pictures when its style is changed, as the engine does. */
const aMap = () => {
  const images = new Map<string, unknown>()
  const map = {
    getSource: () => ({ setData: () => undefined }),
    hasImage: (name: string) => images.has(name),
    addImage: (name: string, data: unknown) => void images.set(name, data),
    updateImage: (name: string, data: unknown) => void images.set(name, data),
  }
  return { map: map as unknown as MapEngine, images }
}

test('[M41] after a change of theme every mark is drawn in the new one, also what was drawn between the two', () => {
  const town = boardBuilder()
  town.report()
  const { map, images } = aMap()
  const painter = mapPainter({
    map,
    positions: () => new Map(),
    now: town.now,
    icon: (name, theme: MapTheme) => ({ data: `${name} ${theme}` as never, pixelRatio: 2 }),
    onFrame: (act) => {
      act(performance.now() + 60_000)
      return () => undefined
    },
    after: () => () => undefined,
  })
  painter.styleLoaded('dark')
  painter.boardChanged(town.board())
  painter.lookChanged({
    layers: firstChoice,
    incident: null,
    unit: null,
    picked: [],
    advice: null,
    words: { incident: () => '', old: () => '', onTheWay: () => '' },
  })
  const mark = 'incident/civil/low'
  expect(images.get(mark)).toBe(`${mark} dark`)
  painter.styleLoaded('light')
  expect(images.get(mark)).toBe(`${mark} light`)
})
