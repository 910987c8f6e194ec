import { Checkbox } from 'antd'
import { values } from '../../../shared/domain/board/table.ts'
import { Force } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { useBoard } from '../../board/room.tsx'
import { standings } from '../../board/unitStanding.ts'
import type { LayerChoice } from '../../map/layerChoice.ts'
import { ForceMark } from '../../ui/marks.tsx'
import { useWords } from '../../ui/words.ts'
import { mapWords } from './words.ts'

type Props = { readonly layers: LayerChoice; readonly onChange: (layers: LayerChoice) => void }

const switched = <T,>(all: readonly T[], one: T): readonly T[] => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one])

const whole = ['incidents', 'units', 'grids', 'heat', 'buildings'] as const

/** 图层: what the map shows; units by force and by what they do. */
export const LayersPanel = ({ layers, onChange }: Props) => {
  const t = useWords(mapWords)
  const board = useBoard()
  const present = new Set([...values(board.units)].map((unit) => unit.definition.force))
  return (
    <section className="xn-map-panel xn-layers" aria-label={t('layers')}>
      {whole.map((layer) => (
        <Checkbox key={layer} checked={layers[layer]} onChange={() => onChange({ ...layers, [layer]: !layers[layer] })}>
          {t(`layer.${layer}`)}
        </Checkbox>
      ))}
      <fieldset disabled={!layers.units}>
        <legend>{t('byStanding')}</legend>
        {standings.map((standing) => (
          <Checkbox
            key={standing}
            disabled={!layers.units}
            checked={!layers.hiddenStandings.includes(standing)}
            onChange={() => onChange({ ...layers, hiddenStandings: switched(layers.hiddenStandings, standing) })}
          >
            {t(`standing.${standing}`)}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset disabled={!layers.units}>
        <legend>{t('byForce')}</legend>
        {Force.options
          .filter((force) => present.has(force))
          .map((force) => (
            <Checkbox
              key={force}
              disabled={!layers.units}
              checked={!layers.hiddenForces.includes(force)}
              onChange={() => onChange({ ...layers, hiddenForces: switched(layers.hiddenForces, force) })}
            >
              <ForceMark force={force} withWord size={16} />
            </Checkbox>
          ))}
      </fieldset>
    </section>
  )
}
