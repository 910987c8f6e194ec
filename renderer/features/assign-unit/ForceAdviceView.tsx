import { Button } from 'antd'
import { get } from '../../../shared/domain/board/table.ts'
import type { UnitId } from '../../../shared/domain/ids.ts'
import type { Candidate, Excluded, ForceAdvice } from '../../../shared/domain/routing/recommendation.ts'
import { leadChosen, unitToggled } from '../../board/deskSlice.ts'
import { useBoard } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { ageOpacity } from '../../ui/ageOpacity.ts'
import { ForceMark } from '../../ui/marks.tsx'
import { metres, span } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { assignWords } from './words.ts'

const CandidateRow = ({ candidate, number }: { readonly candidate: Candidate; readonly number: number }) => {
  const t = useWords(assignWords)
  const dispatch = useRoomDispatch()
  const unit = get(useBoard().units, candidate.unit)
  const picked = useRoomSelector((state) => state.desk.picked)
  const isPicked = picked.includes(candidate.unit)
  const isLead = picked[0] === candidate.unit
  const { fix } = candidate
  const age = fix.ageMs === null ? t('fix.home') : t('fix.age', { age: span(fix.ageMs) })
  return (
    <li className="xn-candidate" data-picked={isPicked}>
      <label>
        <input type="checkbox" checked={isPicked} onChange={() => dispatch(unitToggled(candidate.unit))} />
        {number <= 9 && <kbd aria-hidden>{number}</kbd>}
        <span className="xn-candidate-name">
          <span className="xn-num">{candidate.unit}</span> {unit?.definition.name ?? t('unknownUnit')}
        </span>
        <span className="xn-num xn-candidate-way">
          <strong>{span(candidate.travelMs)}</strong> {metres(candidate.distanceM)}
        </span>
      </label>
      <span className="xn-candidate-facts xn-num">
        <span style={{ opacity: fix.isOld ? 1 : Math.max(0.75, ageOpacity(fix.ageMs ?? 0)) }} className={fix.isOld ? 'xn-warn' : ''}>
          {fix.isOld && '! '}
          {age}
        </span>
        <span>{t('load', { count: candidate.doneToday })}</span>
        {candidate.restedMs !== null && <span>{t('rested', { span: span(candidate.restedMs) })}</span>}
        {candidate.reasons.map((reason) => (
          <span key={reason} className="xn-reason">
            {t(`reason.${reason}`)}
          </span>
        ))}
        <span className="xn-gap" />
        {isLead && <strong className="xn-good">★ {t('lead')}</strong>}
        {isPicked && !isLead && (
          <Button size="small" type="link" onClick={() => dispatch(leadChosen(candidate.unit))}>
            {t('setLead')}
          </Button>
        )}
      </span>
    </li>
  )
}

const useWhyNot = () => {
  const t = useWords(assignWords)
  const domain = useWords(domainWords)
  const stateOf = (state: string) => {
    const key = domainWords.keys.find((one) => one === `state.${state}`)
    return key ? domain(key) : state
  }
  return ({ why }: Excluded): string => {
    if (why.reason === 'busy') return t('not.busy', { incident: why.incident, state: stateOf(why.state) })
    if (why.reason === 'position-too-old') return t('not.position-too-old', { age: span(why.ageMs) })
    if (why.reason === 'lacks-skill') return t('not.lacks-skill', { skill: why.skill })
    return t(`not.${why.reason}`)
  }
}

const ExcludedList = ({ advice }: { readonly advice: ForceAdvice }) => {
  const t = useWords(assignWords)
  const dispatch = useRoomDispatch()
  const { units } = useBoard()
  const picked = useRoomSelector((state) => state.desk.picked)
  const whyNot = useWhyNot()
  if (advice.excludedCount === 0) return null
  const unlisted = advice.excludedCount - advice.excluded.length
  const callIn = (unit: UnitId) => (
    <Button
      size="small"
      type={picked.includes(unit) ? 'primary' : 'default'}
      aria-pressed={picked.includes(unit)}
      onClick={() => dispatch(unitToggled(unit))}
    >
      {t('callIn')}
    </Button>
  )
  return (
    <details className="xn-excluded">
      <summary>{t('whyNot', { count: advice.excludedCount })}</summary>
      <ul className="xn-plain">
        {advice.excluded.map((excluded) => (
          <li key={excluded.unit} className="xn-card-line">
            <span className="xn-num">{excluded.unit}</span> {get(units, excluded.unit)?.definition.name}
            <span className="xn-gap" />
            <span className="xn-dim">{whyNot(excluded)}</span>
            {excluded.why.reason === 'off-duty' && callIn(excluded.unit)}
          </li>
        ))}
      </ul>
      {unlisted > 0 && <div className="xn-dim">{t('moreExcluded', { count: unlisted })}</div>}
    </details>
  )
}

/** One force: who should go, who next, and why others are not there. */
export const ForceAdviceView = ({ advice, numberOf }: { readonly advice: ForceAdvice; readonly numberOf: (unit: UnitId) => number }) => {
  const t = useWords(assignWords)
  const domain = useWords(domainWords)
  return (
    <div className="xn-force">
      <div className="xn-card-line">
        <ForceMark force={advice.force} withWord />
        <span className="xn-dim">
          {advice.lead ? t('lead') : t('support')} · {t('wanted', { count: advice.wanted })}
        </span>
      </div>
      {advice.candidates.length === 0 && <div className="xn-warn">! {t('nobody', { force: domain(`force.${advice.force}`) })}</div>}
      <ul className="xn-plain">
        {advice.candidates.map((candidate) => (
          <CandidateRow key={candidate.unit} candidate={candidate} number={numberOf(candidate.unit)} />
        ))}
      </ul>
      <ExcludedList advice={advice} />
    </div>
  )
}
