import type { Incident } from '../../shared/domain/incident/incident.ts'
import { lacksPolice } from '../../shared/domain/incident/weight.ts'
import type { Force, Nature, Urgency } from '../../shared/domain/taxonomy/taxonomy.ts'
import { useWords } from './words.ts'
import { domainWords } from './words/domain.ts'
import './marks.css'

/** A shape of its own and a character of its own for each force: neither needs colour to be told apart. */
export const forceShapes: Readonly<Record<Force, { readonly path: string; readonly sign: string }>> = {
  police: { path: 'M12 1 22 5v7c0 6-4.5 9.5-10 11C6.5 21.5 2 18 2 12V5z', sign: '警' },
  grid: { path: 'M2 2h20v20H2z', sign: '网' },
  urban: { path: 'M12 1 22 6.5v11L12 23 2 17.5v-11z', sign: '城' },
  emergency: { path: 'M12 1 23.5 22H.5z', sign: '应' },
  mediator: { path: 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z', sign: '调' },
  market: { path: 'M12 .5 23.5 12 12 23.5.5 12z', sign: '市' },
  utility: { path: 'M7 2h10l5.5 10L17 22H7L1.5 12z', sign: '用' },
  medical: { path: 'M8 1h8v7h7v8h-7v7H8v-7H1V8h7z', sign: '医' },
  volunteer: { path: 'M12 22C2 15 1 11 1 7.5a5.8 5.8 0 0 1 11-2.5 5.8 5.8 0 0 1 11 2.5C23 11 22 15 12 22z', sign: '志' },
  property: { path: 'M12 1 23 10v12H1V10z', sign: '物' },
}

/** 力量: shape and character, with the word beside or as its name. */
export const ForceMark = ({
  force,
  withWord = false,
  size = 20,
}: {
  readonly force: Force
  readonly withWord?: boolean
  readonly size?: number
}) => {
  const t = useWords(domainWords)
  const { path, sign } = forceShapes[force]
  const word = t(`force.${force}`)
  return (
    <span className="xn-mark" data-force={force} title={word}>
      <svg width={size} height={size} viewBox="0 0 24 24" role={withWord ? 'presentation' : 'img'} aria-label={withWord ? undefined : word}>
        <path d={path} className="xn-mark-shape" />
        <text x="12" y={force === 'emergency' ? 19 : 16.5} textAnchor="middle" className="xn-mark-sign" aria-hidden>
          {sign}
        </text>
      </svg>
      {withWord && <span>{word}</span>}
    </span>
  )
}

const natureSigns: Readonly<Record<Nature, string>> = { police: '◆', joint: '◈', civil: '●', enquiry: '?' }

/** 性质: sign and word. */
export const NatureMark = ({ nature }: { readonly nature: Nature }) => {
  const t = useWords(domainWords)
  return (
    <span className="xn-tag" data-nature={nature}>
      <span aria-hidden>{natureSigns[nature]}</span> {t(`nature.${nature}`)}
    </span>
  )
}

const urgencySigns: Readonly<Record<Urgency, string>> = { critical: '▲▲', high: '▲', normal: '–', low: '▽' }

/** 紧急程度: sign and word. */
export const UrgencyMark = ({ urgency }: { readonly urgency: Urgency }) => {
  const t = useWords(domainWords)
  return (
    <span className="xn-tag" data-urgency={urgency}>
      <span aria-hidden>{urgencySigns[urgency]}</span> {t(`urgency.${urgency}`)}
    </span>
  )
}

/** 公安未派: others were sent where police must come, and the police were not. Nothing while that is not so. */
export const PoliceMissingMark = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(domainWords)
  if (incident.end || incident.assignments.length === 0 || !lacksPolice(incident)) return null
  return (
    <span className="xn-tag" data-urgency="critical">
      <span aria-hidden>◆!</span> {t('policeMissing')}
    </span>
  )
}
