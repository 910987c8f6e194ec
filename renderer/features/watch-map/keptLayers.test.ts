import { expect, test } from 'vitest'
import { firstChoice } from '../../map/layerChoice.ts'
import { aStorage } from '../../testing/aStorage.ts'
import { keepLayers, keptLayers } from './keptLayers.ts'

test('[C22] the layers of the map come back as they were chosen', () => {
  const storage = aStorage()
  expect(keptLayers(storage)).toEqual(firstChoice)
  const chosen = { ...firstChoice, heat: true, units: false, hiddenForces: ['grid'], hiddenStandings: [] } as const
  keepLayers(storage, chosen)
  expect(keptLayers(storage)).toEqual(chosen)
})

test('[C22] a broken memory of layers is an empty one, and what it does not know is passed over', () => {
  const storage = aStorage()
  storage.setItem('xiaonao.map', '{"heat":tr')
  expect(keptLayers(storage)).toEqual(firstChoice)
  storage.setItem('xiaonao.map', '"layers"')
  expect(keptLayers(storage)).toEqual(firstChoice)
  storage.setItem('xiaonao.map', 'null')
  expect(keptLayers(storage)).toEqual(firstChoice)
  storage.setItem('xiaonao.map', '{"heat":"yes","grids":false,"hiddenForces":["navy","police"],"hiddenStandings":"off"}')
  expect(keptLayers(storage)).toEqual({ ...firstChoice, grids: false, hiddenForces: ['police'] })
})
