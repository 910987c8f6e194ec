import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { useNames } from '../../board/useNames.ts'
import { useWords } from '../../ui/words.ts'
import { ruleWords } from './ruleWords.ts'
import { triageWords } from './words.ts'

const useReason = () => {
  const names = useNames()
  const t = useWords(triageWords)
  const rule = useWords(ruleWords)
  const named = (name: string) => {
    const key = ruleWords.keys.find((one) => one === name)
    return key ? rule(key) : name
  }
  return (reason: string): string => {
    const [head, first = '', second] = reason.split(':')
    if (head === 'words') return first === '' ? t('reason.words') : t('reason.wordsAre', { words: first })
    if (head === 'code110') return t('reason.code110', { rest: first })
    if (head === 'caller') return t('reason.caller', { kind: names.kind(first) })
    if (head === 'model') return t(first === 'critical' ? 'reason.modelCritical' : 'reason.modelPolice')
    if (head === 'rule') return second === 'past' ? t('reason.past', { rule: named(first) }) : named(first)
    if (head === 'not') return t(second === 'staged' ? 'reason.staged' : 'reason.not', { rule: named(first) })
    return head === 'unsure' ? t('reason.unsure') : reason
  }
}

/** 依据: the rules, codes and words that decided; two lines of them, the rest under the mouse. */
export const Reasons = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const sayReason = useReason()
  const { reasons } = incident.assessment
  if (reasons.length === 0) return null
  const said = `${t('reasons')} ${reasons.map(sayReason).join(' · ')}`
  return (
    <div className="xn-reasons xn-dim" title={said}>
      {said}
    </div>
  )
}
