import { Force } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { standings } from '../../board/unitStanding.ts'
import { firstChoice, type LayerChoice } from '../../map/layerChoice.ts'

const key = 'xiaonao.map'

const switches = ['incidents', 'units', 'grids', 'heat', 'buildings'] as const

const known = <T>(all: readonly T[], kept: unknown, first: readonly T[]): readonly T[] =>
  Array.isArray(kept) ? all.filter((one) => kept.includes(one)) : first

/** The layers as last chosen in this browser; what is missing or broken is as a room starts with. */
export const keptLayers = (storage: Storage): LayerChoice => {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? '{}') as Readonly<Record<string, unknown>>
    const on = switches.map((name) => [name, typeof kept[name] === 'boolean' ? kept[name] : firstChoice[name]] as const)
    return {
      ...firstChoice,
      ...Object.fromEntries(on),
      hiddenForces: known(Force.options, kept['hiddenForces'], firstChoice.hiddenForces),
      hiddenStandings: known(standings, kept['hiddenStandings'], firstChoice.hiddenStandings),
    }
  } catch {
    return firstChoice
  }
}

export const keepLayers = (storage: Storage, layers: LayerChoice): void => {
  try {
    storage.setItem(key, JSON.stringify(layers))
  } catch {
    // A full or forbidden storage costs a preference, not the shift.
  }
}
