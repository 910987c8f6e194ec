import { Alert, Button, Checkbox, Segmented } from 'antd'
import type { Changes } from '../../../shared/domain/incident/events.ts'
import { isOpen, type Incident } from '../../../shared/domain/incident/incident.ts'
import { Nature, Urgency } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { CommandButton, useBlocked } from '../../board/CommandButton.tsx'
import { useBoard } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { useKindName } from '../../board/useKindName.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { KindChoice } from './KindChoice.tsx'
import { Reasons } from './Reasons.tsx'
import { triageWords } from './words.ts'

const percent = (part: number) => Math.round(part * 100)

const Unsure = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const { askBelowConfidence } = useBoard().thresholds
  const { confidence } = incident.assessment
  if (incident.isConfirmed || confidence >= askBelowConfidence) return null
  const hint = t('unsureHint', { percent: percent(confidence), limit: percent(askBelowConfidence) })
  const said = (
    <>
      <strong>{t('unsure')}</strong> {hint}
    </>
  )
  return <Alert type="warning" showIcon title={said} className="xn-unsure" />
}

/** 研判: what the brain proposes, and a person's word on it. */
export const Classification = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const domain = useWords(domainWords)
  const nameOf = useKindName()
  const send = useSend()
  const isBlocked = useBlocked({ type: 'incident.amend', incident: incident.id, changes: {}, was: {} }) !== null
  const amend = (changes: Changes) => {
    const { kind, nature, urgency, policeNeeded } = incident
    void send({ type: 'incident.amend', incident: incident.id, changes, was: { kind, nature, urgency, policeNeeded } })
  }
  const alternatives = incident.assessment.alternatives.filter(({ kind }) => kind !== incident.kind)
  return (
    <section aria-label={t('classification')}>
      <div className="xn-card-line">
        <h3>{t('classification')}</h3>
        {incident.isConfirmed ? <span className="xn-good">✓ {t('confirmed')}</span> : <span className="xn-warn">◌ {t('proposed')}</span>}
        <span className="xn-num xn-dim">{t('confidence', { percent: percent(incident.assessment.confidence) })}</span>
        <span className="xn-gap" />
        {!incident.isConfirmed && isOpen(incident) && (
          <CommandButton command={{ type: 'incident.classify', incident: incident.id }}>{t('confirm')}</CommandButton>
        )}
      </div>
      <Unsure incident={incident} />
      <div className="xn-card-line">
        <KindChoice kind={incident.kind} isBlocked={isBlocked} onKind={(kind) => amend({ kind })} />
        <Checkbox
          className="xn-police-box"
          checked={incident.policeNeeded}
          disabled={isBlocked}
          onChange={(event) => amend({ policeNeeded: event.target.checked })}
        >
          {t('policeNeeded')}
        </Checkbox>
      </div>
      <div className="xn-card-line xn-wrap">
        <Segmented
          size="small"
          value={incident.nature}
          disabled={isBlocked}
          aria-label={t('nature')}
          options={Nature.options.map((nature) => ({ value: nature, label: domain(`nature.${nature}`) }))}
          onChange={(nature) => amend({ nature })}
        />
        <Segmented
          size="small"
          value={incident.urgency}
          disabled={isBlocked}
          aria-label={t('urgency')}
          options={Urgency.options.map((urgency) => ({ value: urgency, label: domain(`urgency.${urgency}`) }))}
          onChange={(urgency) => amend({ urgency })}
        />
      </div>
      {alternatives.length > 0 && !incident.isConfirmed && (
        <div className="xn-card-line xn-wrap">
          <span className="xn-dim">{t('alternatives')}</span>
          {alternatives.map(({ kind, confidence }) => (
            <Button key={kind} size="small" disabled={isBlocked} onClick={() => amend({ kind })}>
              {nameOf(kind)} {percent(confidence)}%
            </Button>
          ))}
        </div>
      )}
      <Reasons incident={incident} />
    </section>
  )
}
