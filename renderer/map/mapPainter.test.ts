import type { FeatureCollection } from 'geojson'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import type { MapEngine } from './engine.ts'
import { firstChoice } from './layerChoice.ts'
import { mapPainter } from './mapPainter.ts'
import { incidentLayers } from './markLayers.ts'
import type { MapLook } from './toFeatures.ts'

// Nothing here is looked at, so nothing need be painted on its icons.
beforeEach(() => void vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) }))
afterEach(() => void vi.unstubAllGlobals())

const look: MapLook = {
  layers: firstChoice,
  incident: null,
  unit: null,
  picked: [],
  advice: null,
  words: { incident: ({ id }) => id, old: () => '', onTheWay: () => '' },
}

/** A painter on a map that only counts what it is given; frames and waits pass when the test says so. */
const aMap = () => {
  const town = boardBuilder().units({ id: 'W1' })
  const given: string[] = []
  const frames = new Set<(at: number) => void>()
  const waits = new Set<() => void>()
  const held = <T>(all: Set<T>, act: T) => {
    all.add(act)
    return () => void all.delete(act)
  }
  const source = (name: string) => ({ setData: (_: FeatureCollection) => void given.push(name) })
  const map = { getSource: source, hasImage: () => true, addImage: () => {}, updateImage: () => {} } as unknown as MapEngine
  const painter = mapPainter({
    map,
    positions: () => new Map(),
    icon: () => ({ data: null as never, pixelRatio: 2 }),
    now: town.now,
    onFrame: (act) => held(frames, act),
    after: (_, act) => held(waits, act),
  })
  painter.styleLoaded('dark')
  painter.lookChanged(look)
  painter.boardChanged(town.board())
  const taken = <T>(all: Set<T>): readonly T[] => {
    const now = [...all]
    all.clear()
    return now
  }
  let at = performance.now()
  const pass = () => {
    for (const wait of taken(waits)) wait()
    at += 10_000
    for (const frame of taken(frames)) frame(at)
  }
  pass()
  given.length = 0
  return { town, painter, given, pass, waiting: () => frames.size + waits.size }
}

test('[C56] while nobody sees the map nothing is drawn on it and nothing waits to be; then it shows the present', () => {
  const { town, painter, given, pass, waiting } = aMap()
  painter.seen(false)
  expect(waiting()).toBe(0)
  town.report()
  painter.boardChanged(town.board())
  painter.unitsMoved()
  painter.lookChanged(look)
  expect(waiting()).toBe(0)
  pass()
  expect(given).toEqual([])
  painter.seen(true)
  pass()
  expect(given.some((name) => name.endsWith('incidents'))).toBe(true)
})

test('[C56] a map that is seen is drawn on as before', () => {
  const { town, painter, given, pass } = aMap()
  town.report()
  painter.boardChanged(town.board())
  pass()
  expect(given.some((name) => name.endsWith('incidents'))).toBe(true)
})

test('[M42] a critical report that nobody has flashes where somebody sees it', () => {
  const { town, painter, pass } = aMap()
  expect(painter.isFlashing()).toBe(false)
  town.report({ assessment: { urgency: 'critical' }, report: { point: [120.2, 30.25] }, place: { point: [120.2, 30.25] } })
  painter.boardChanged(town.board())
  pass()
  expect(painter.isFlashing()).toBe(true)
  painter.seen(false)
  expect(painter.isFlashing()).toBe(false)
  painter.seen(true)
  expect(painter.isFlashing()).toBe(true)
})

test('[M42] a flash does not fade', () => {
  const [alert] = incidentLayers('dark').filter(({ id }) => id.endsWith('alert'))
  expect(alert).toMatchObject({ paint: { 'circle-stroke-opacity-transition': { duration: 0 } } })
})
