import { beforeEach, expect, test } from 'vitest'
import { firstChoice } from '../../map/layerChoice.ts'
import { keepLayers, keptLayers } from './keptLayers.ts'

beforeEach(() => localStorage.clear())

test('[C22] the layers of the map come back as they were chosen', () => {
  expect(keptLayers(localStorage)).toEqual(firstChoice)
  const chosen = { ...firstChoice, heat: true, units: false, hiddenForces: ['grid'], hiddenStandings: [] } as const
  keepLayers(localStorage, chosen)
  expect(keptLayers(localStorage)).toEqual(chosen)
})

test('[C22] a broken memory of layers is an empty one, and what it does not know is passed over', () => {
  localStorage.setItem('xiaonao.map', '{"heat":tr')
  expect(keptLayers(localStorage)).toEqual(firstChoice)
  localStorage.setItem('xiaonao.map', '"layers"')
  expect(keptLayers(localStorage)).toEqual(firstChoice)
  localStorage.setItem('xiaonao.map', 'null')
  expect(keptLayers(localStorage)).toEqual(firstChoice)
  localStorage.setItem('xiaonao.map', '{"heat":"yes","grids":false,"hiddenForces":["navy","police"],"hiddenStandings":"off"}')
  expect(keptLayers(localStorage)).toEqual({ ...firstChoice, grids: false, hiddenForces: ['police'] })
})
