import { Button } from 'antd'
import { useState } from 'react'
import { unitNameOf } from '../../../shared/domain/board/board.ts'
import type { ConsoleCommand } from '../../../shared/domain/command.ts'
import { isActive, progress, type Assignment } from '../../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { AskText } from '../../board/AskText.tsx'
import { CommandButton } from '../../board/CommandButton.tsx'
import { useBoard } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { ForceMark } from '../../ui/marks.tsx'
import { PhotoStrip } from '../../ui/PhotoStrip.tsx'
import { metres, shortTime } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { assignWords } from './words.ts'

type Props = { readonly incident: Incident; readonly assignment: Assignment }
type Asking = 'resolve' | 'recall' | 'return' | 'help' | null

const lastStepAt = ({ endedAt, handlingAt, onSceneAt, departedAt, acceptedAt, assignedAt }: Assignment): number =>
  endedAt ?? handlingAt ?? onSceneAt ?? departedAt ?? acceptedAt ?? assignedAt

/** The next steps that a unit may tell by radio, said for it by the room. */
const Steps = ({ incident, assignment, onAsk }: Props & { readonly onAsk: (asking: Asking) => void }) => {
  const t = useWords(assignWords)
  const about = { incident: incident.id, assignment: assignment.id }
  const at = progress(assignment.state)
  const step = (command: ConsoleCommand, text: string, isAhead: boolean) =>
    isAhead && <CommandButton command={command}>{text}</CommandButton>
  return (
    <div className="xn-card-line xn-wrap">
      {step({ type: 'unit.accept', ...about }, t('accept'), at < progress('accepted'))}
      {step({ type: 'unit.depart', ...about }, t('depart'), at < progress('enroute') && at >= progress('accepted'))}
      {step({ type: 'unit.arrive', ...about, point: null }, t('arrive'), at < progress('onscene') && at >= progress('accepted'))}
      {step({ type: 'unit.handle', ...about }, t('handle'), at === progress('onscene'))}
      <CommandButton command={{ type: 'unit.resolve', ...about, result: '-', photos: [] }} onAsk={() => onAsk('resolve')}>
        {t('resolve')}
      </CommandButton>
      <CommandButton command={{ type: 'unit.return', ...about, reason: '-' }} onAsk={() => onAsk('return')}>
        {t('returnIt')}
      </CommandButton>
      <CommandButton command={{ type: 'unit.recall', ...about, reason: '-' }} danger onAsk={() => onAsk('recall')}>
        {t('recall')}
      </CommandButton>
    </div>
  )
}

const AssignmentRow = ({ incident, assignment }: Props) => {
  const t = useWords(assignWords)
  const domain = useWords(domainWords)
  const board = useBoard()
  const send = useSend()
  const [asking, setAsking] = useState<Asking>(null)
  const about = { incident: incident.id, assignment: assignment.id }
  const name = unitNameOf(board, assignment.unit) ?? ''
  const { wantsHelp, arrival } = assignment
  const far = arrival?.distanceM ?? 0
  const commandOf = (text: string): ConsoleCommand => {
    if (asking === 'resolve') return { type: 'unit.resolve', ...about, result: text, photos: [] }
    if (asking === 'recall') return { type: 'unit.recall', ...about, reason: text }
    if (asking === 'return') return { type: 'unit.return', ...about, reason: text }
    return { type: 'help.answer', ...about, note: text }
  }
  return (
    <li className="xn-assignment" data-active={isActive(assignment)}>
      <div className="xn-card-line">
        <ForceMark force={assignment.force} />
        <span>
          <span className="xn-num">{assignment.unit}</span> {name}
        </span>
        {assignment.lead && <span className="xn-good">★ {t('lead')}</span>}
        <span className="xn-gap" />
        <strong>{domain(`state.${assignment.state}`)}</strong>
        <span className="xn-dim xn-num">{shortTime(lastStepAt(assignment))}</span>
      </div>
      {far > board.thresholds.arrivalWithinM && <div className="xn-warn">! {t('arrivedFar', { m: metres(far) })}</div>}
      {assignment.result && <div className="xn-dim">{t('result', { text: assignment.result })}</div>}
      <PhotoStrip photos={assignment.photos} />
      {wantsHelp && (
        <div className="xn-card-line xn-danger" role="alert">
          {t('wantsHelp', {
            force: wantsHelp.force ? domain(`force.${wantsHelp.force}`) : t('anyForce'),
            count: wantsHelp.count,
            reason: wantsHelp.reason,
          })}
          <Button size="small" onClick={() => setAsking('help')}>
            {t('answerHelp')}
          </Button>
        </div>
      )}
      {isActive(assignment) && <Steps incident={incident} assignment={assignment} onAsk={setAsking} />}
      {asking !== null && (
        <AskText
          hint={t(asking === 'resolve' ? 'resultHint' : asking === 'help' ? 'helpHint' : 'reasonHint')}
          onClose={() => setAsking(null)}
          onText={(text) => void send(commandOf(text)).then((answer) => void (answer?.ok && setAsking(null)))}
        />
      )}
    </li>
  )
}

/** Who was sent, how far each is, and what the room can say for it. */
export const Assignments = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(assignWords)
  const newestFirst = [...incident.assignments].reverse()
  if (newestFirst.length === 0) return null
  return (
    <section aria-label={t('assignments')}>
      <h3>{t('assignments')}</h3>
      <ul className="xn-plain">
        {newestFirst.map((assignment) => (
          <AssignmentRow key={assignment.id} incident={incident} assignment={assignment} />
        ))}
      </ul>
    </section>
  )
}
