import { Alert, Button } from 'antd'
import { profileOf } from '../../../shared/domain/board/board.ts'
import { incidentState, isOpen, type Incident } from '../../../shared/domain/incident/incident.ts'
import { stageClocks } from '../../../shared/domain/sla/stageClock.ts'
import { CommandButton } from '../../board/CommandButton.tsx'
import { incidentSelected } from '../../board/deskSlice.ts'
import { useBoard, useNow, useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useKindName } from '../../board/useKindName.ts'
import { NatureMark, PoliceMissingMark, UrgencyMark } from '../../ui/marks.tsx'
import { StageBars } from '../../ui/StageBars.tsx'
import { clockTime, span } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { triageWords } from './words.ts'

const Holder = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const { me } = useRoom()
  const looks = useRoomSelector((state) => state.presence.looks)
  const { holder } = incident
  const others = looks.filter((look) => look.incident === incident.id && look.account !== me.id)
  const isMine = holder?.id === me.id
  return (
    <>
      <span>{holder ? (isMine ? t('heldByMe') : t('heldBy', { name: holder.name, since: clockTime(holder.since) })) : t('untaken')}</span>
      {others.length > 0 && <span className="xn-looks">{t('looking', { names: others.map((look) => look.name).join('、') })}</span>}
      <span className="xn-gap" />
      {!isMine && <CommandButton command={{ type: 'incident.take', incident: incident.id }}>{t('take')}</CommandButton>}
      {isMine && <CommandButton command={{ type: 'incident.release', incident: incident.id }}>{t('release')}</CommandButton>}
    </>
  )
}

const EndedBanner = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const domain = useWords(domainWords)
  const dispatch = useRoomDispatch()
  const { end } = incident
  if (!end) return null
  if (end.how !== 'merged') {
    const how = t('ended', { state: domain(`state.${end.how}`) })
    return <Alert type="info" title={incident.holder ? `${how}${t('endedInHandOf', { name: incident.holder.name })}` : how} />
  }
  const open = (
    <Button size="small" onClick={() => dispatch(incidentSelected(end.into))}>
      {t('open')}
    </Button>
  )
  return <Alert type="info" title={t('endedInto', { into: end.into })} action={open} />
}

/** What it is, how long it runs, its clocks, and who has it in hand. */
export const CardHead = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const domain = useWords(domainWords)
  const nameOf = useKindName()
  const dispatch = useRoomDispatch()
  const board = useBoard()
  const now = useNow()
  return (
    <header className="xn-card-head">
      <div className="xn-card-line">
        <span className="xn-num">{incident.id}</span>
        <UrgencyMark urgency={incident.urgency} />
        <NatureMark nature={incident.nature} />
        <PoliceMissingMark incident={incident} />
        <span className="xn-tag">{domain(`state.${incidentState(incident)}`)}</span>
        <span className="xn-gap" />
        <span className="xn-num">{span((incident.end?.at ?? now) - incident.openedAt)}</span>
        <Button
          size="small"
          type="text"
          aria-label={t('closeCard')}
          title={t('closeCard')}
          onClick={() => dispatch(incidentSelected(null))}
        >
          ✕
        </Button>
      </div>
      <h2>{nameOf(incident.kind)}</h2>
      <div className="xn-card-line xn-wrap">
        <StageBars clocks={stageClocks(incident, profileOf(board), now)} now={now} />
        {isOpen(incident) && <Holder incident={incident} />}
      </div>
      {!isOpen(incident) && <EndedBanner incident={incident} />}
    </header>
  )
}
