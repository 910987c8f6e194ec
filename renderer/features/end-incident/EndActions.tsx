import { useState } from 'react'
import type { ConsoleCommand } from '../../../shared/domain/command.ts'
import { IncidentId } from '../../../shared/domain/ids.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { AskText } from '../../board/AskText.tsx'
import { CommandButton } from '../../board/CommandButton.tsx'
import { useRoom } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { useWords } from '../../ui/words.ts'
import { AskTransfer } from './AskTransfer.tsx'
import { AskWhistle } from './AskWhistle.tsx'
import { endWords } from './words.ts'

type Asking = 'note' | 'close' | 'cancel' | 'reopen' | 'pause' | 'transfer' | 'whistle' | 'merge' | 'unmerge'

/** The ways on and out of an incident; each greyed out by the rule that would refuse it. */
export const EndActions = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(endWords)
  const send = useSend()
  const { town } = useRoom()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { id } = incident
  const isPaused = incident.pauses.some((pause) => pause.to === null)

  const done = () => {
    setAsking(null)
    setProblem(null)
  }
  const say = (command: ConsoleCommand) => void send(command).then((answer) => void (answer?.ok && done()))
  const merge = (text: string) => {
    const into = IncidentId.safeParse(text.toUpperCase())
    if (!into.success) return setProblem(t('badNumber'))
    return say({ type: 'incidents.merge', into: into.data, incidents: [id] })
  }
  const ask = (what: Asking, command: ConsoleCommand, text: string, danger = false) => (
    <CommandButton
      command={command}
      danger={danger}
      type={asking === what ? 'primary' : 'default'}
      onAsk={() => setAsking(asking === what ? null : what)}
    >
      {text}
    </CommandButton>
  )
  const firstDepartment = town.departments[0]?.name ?? '-'

  return (
    <section aria-label={t('actions')}>
      <h3>{t('actions')}</h3>
      <div className="xn-card-line xn-wrap">
        {ask('note', { type: 'incident.note', incident: id, text: '-' }, t('note'))}
        {!incident.end && ask('close', { type: 'incident.close', incident: id, outcome: '-', note: '' }, t('close'))}
        {!incident.end && ask('transfer', { type: 'incident.transfer', incident: id, to: '110', town: null, reason: '-' }, t('transfer'))}
        {!incident.end &&
          ask('whistle', { type: 'incident.whistle', incident: id, departments: [firstDepartment], matter: '-' }, t('whistle'))}
        {!incident.end && ask('merge', { type: 'incident.note', incident: id, text: '-' }, t('merge'))}
        {!incident.end && !isPaused && ask('pause', { type: 'incident.pause', incident: id, reason: '-' }, t('pause'))}
        {!incident.end && isPaused && <CommandButton command={{ type: 'incident.resume', incident: id }}>{t('resume')}</CommandButton>}
        {!incident.end && ask('cancel', { type: 'incident.cancel', incident: id, reason: '-' }, t('cancel'), true)}
        {incident.end?.how === 'merged' && ask('unmerge', { type: 'incident.unmerge', incident: id, reason: '-' }, t('unmerge'))}
        {incident.end &&
          incident.end.how !== 'merged' &&
          ask('reopen', { type: 'incident.reopen', incident: id, reason: '-' }, t('reopen'))}
      </div>
      {asking === 'note' && (
        <AskText hint={t('noteHint')} onClose={done} onText={(text) => say({ type: 'incident.note', incident: id, text })} />
      )}
      {asking === 'close' && (
        <AskText
          hint={t('closeHint')}
          ready={[t('outcome.handled'), t('outcome.advised'), t('outcome.mediated'), t('outcome.notFound'), t('outcome.answered')]}
          onClose={done}
          onText={(text) => say({ type: 'incident.close', incident: id, outcome: text.slice(0, 40), note: text.slice(40) })}
        />
      )}
      {asking === 'cancel' && (
        <AskText
          hint={t('cancelHint')}
          ready={[t('cancel.false'), t('cancel.test')]}
          onClose={done}
          onText={(reason) => say({ type: 'incident.cancel', incident: id, reason })}
        />
      )}
      {asking === 'reopen' && (
        <AskText hint={t('reopenHint')} onClose={done} onText={(reason) => say({ type: 'incident.reopen', incident: id, reason })} />
      )}
      {asking === 'pause' && (
        <AskText hint={t('pauseHint')} onClose={done} onText={(reason) => say({ type: 'incident.pause', incident: id, reason })} />
      )}
      {asking === 'unmerge' && (
        <AskText hint={t('unmergeHint')} onClose={done} onText={(reason) => say({ type: 'incident.unmerge', incident: id, reason })} />
      )}
      {asking === 'merge' && (
        <AskText hint={t('mergeHint')} ready={incident.duplicates.map(({ of }) => of)} onClose={done} onText={merge} />
      )}
      {asking === 'transfer' && <AskTransfer incident={incident} onSay={say} onClose={done} />}
      {asking === 'whistle' && <AskWhistle incident={incident} onSay={say} onClose={done} />}
      {problem !== null && <div className="xn-warn">{problem}</div>}
    </section>
  )
}
