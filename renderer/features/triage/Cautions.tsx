import { cautionsOf } from '../../../shared/domain/incident/caution.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { cautionWords } from '../../ui/words/caution.ts'
import { useWords } from '../../ui/words.ts'
import { triageWords } from './words.ts'

/** 注意事项 as those who go will read them, so that the desk can say the same by telephone. */
export const Cautions = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const say = useWords(cautionWords)
  const cautions = cautionsOf(incident)
  if (cautions.length === 0) return null
  return (
    <ul className="xn-cautions" aria-label={t('cautions')}>
      {cautions.map((caution) => (
        <li key={caution}>
          <span aria-hidden>⚠{'\u00a0'}</span>
          {say(caution)}
        </li>
      ))}
    </ul>
  )
}
