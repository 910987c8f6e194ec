import { useEffect, useRef } from 'react'
import { Nature, Urgency } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { useRoomSelector } from '../../board/store.ts'
import { standings } from '../../board/unitStanding.ts'
import { iconCanvas } from '../../map/images.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { mapWords } from './words.ts'

const Icon = ({ name, label }: { readonly name: string; readonly label: string }) => {
  const theme = useRoomSelector((state) => state.desk.theme)
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const canvas = iconCanvas(name, theme)
    if (canvas) place.current?.replaceChildren(canvas)
  }, [name, theme])
  return (
    <span className="xn-legend-item">
      <span ref={place} aria-hidden /> {label}
    </span>
  )
}

/** 图例, drawn by the same hand as the map. */
export const Legend = () => {
  const t = useWords(mapWords)
  const domain = useWords(domainWords)
  return (
    <section className="xn-map-panel xn-legend" tabIndex={0} aria-label={t('legend')}>
      <p className="xn-dim">{t('natures')}</p>
      {Nature.options.map((nature) => (
        <Icon key={nature} name={`incident/${nature}/normal`} label={domain(`nature.${nature}`)} />
      ))}
      {Urgency.options.map((urgency) => (
        <Icon key={urgency} name={`incident/civil/${urgency}`} label={domain(`urgency.${urgency}`)} />
      ))}
      <p className="xn-dim">{t('clusters')}</p>
      <p className="xn-dim">{t('states')}</p>
      {standings.map((standing) => (
        <Icon key={standing} name={`unit/grid/${standing}/new`} label={t(`standing.${standing}`)} />
      ))}
      <Icon name="unit/grid/free/old" label={t('old')} />
      <Icon name="unit/grid/sos/new" label={t('sos')} />
    </section>
  )
}
