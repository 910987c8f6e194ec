import { Button, Input, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { unitNameOf } from '../../../shared/domain/board/board.ts'
import { get } from '../../../shared/domain/board/table.ts'
import type { UnitId } from '../../../shared/domain/ids.ts'
import { counts } from '../../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { isOnDuty } from '../../../shared/domain/unit/unit.ts'
import { useBlocked } from '../../board/CommandButton.tsx'
import { unitsPicked, unitToggled } from '../../board/deskSlice.ts'
import { useBoard, useNow, useRoom } from '../../board/room.tsx'
import { noticed } from '../../board/noticeSlice.ts'
import { useRefusal, useSend } from '../../board/send.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useKindName } from '../../board/useKindName.ts'
import { useKeys } from '../../ui/keys.ts'
import { clockTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { ForceAdviceView } from './ForceAdviceView.tsx'
import { PoliceLater } from './PoliceLater.tsx'
import { candidateOf, ordersOf } from './orders.ts'
import { useAdvice } from './useAdvice.ts'
import { useProposal } from './useProposal.ts'
import { assignWords } from './words.ts'
import './assign.css'

const useProposedOrder = (incident: Incident): string => {
  const t = useWords(assignWords)
  const nameOf = useKindName()
  const facts = { place: incident.place.text || t('placeUnknown'), kind: nameOf(incident.kind) }
  return t(incident.critical ? 'orderOfCritical' : 'orderOf', facts)
}

/** Chosen units that no list shows: picked on the map, or by the command bar. */
const OtherPicked = ({ units, offDuty }: { readonly units: readonly UnitId[]; readonly offDuty: ReadonlySet<UnitId> }) => {
  const t = useWords(assignWords)
  const board = useBoard()
  const dispatch = useRoomDispatch()
  if (units.length === 0) return null
  return (
    <div className="xn-card-line xn-wrap">
      <span className="xn-dim">{t('otherPicked')}</span>
      {units.map((unit) => (
        <Button key={unit} size="small" onClick={() => dispatch(unitToggled(unit))}>
          {unit} {unitNameOf(board, unit)} {offDuty.has(unit) && <strong>{t('offDutyCalledIn')}</strong>} ✕
        </Button>
      ))}
    </div>
  )
}

/** 推荐力量 and the order: chosen by the room's proposal, changed by the person, sent with Ctrl+Enter. */
export const AssignPanel = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(assignWords)
  const dispatch = useRoomDispatch()
  const send = useSend()
  const board = useBoard()
  const now = useNow()
  const room = useRoom()
  const { me } = room
  const picked = useRoomSelector((state) => state.desk.picked)
  const hasLead = incident.assignments.some((one) => one.lead && counts(one))
  const advice = useAdvice(incident, incident.end === null)
  const proposed = useProposedOrder(incident)
  const [written, setWritten] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [isPoliceLater, setPoliceLater] = useState(false)
  const isMine = incident.holder?.id === me.id
  const nobodySent = incident.assignments.length === 0

  useProposal(incident, advice, isMine && nobodySent)

  const offDuty = useMemo(
    () =>
      new Set(
        picked.filter((id) => {
          const unit = get(board.units, id)
          return unit !== undefined && !isOnDuty(unit, now, board.utcOffsetMinutes)
        }),
      ),
    [picked, board, now],
  )
  const order = written ?? proposed
  const orders = ordersOf(picked, order, advice, hasLead, offDuty)
  const plain = { type: 'units.assign', incident: incident.id, orders } as const
  const lacksPolice = useRefusal(plain)?.reason === 'order-lacks-police'
  const lacks = lacksPolice && picked.length > 0
  const command = lacks && isPoliceLater ? { ...plain, policeLater: true } : plain
  const blocked = useBlocked(command)
  const reason = picked.length === 0 ? t('pickSome') : blocked
  const mustConfirm = !incident.isConfirmed && incident.assessment.confidence < board.thresholds.askBelowConfidence

  const go = async () => {
    if (isSending) return
    if (reason !== null) return void dispatch(noticed({ id: `not-sent-${incident.id}`, at: room.feed.now(), kind: 'failed', text: reason }))
    setSending(true)
    const classified = incident.isConfirmed ? null : await send({ type: 'incident.classify', incident: incident.id })
    const answer = classified?.ok === false ? classified : await send(command)
    setSending(false)
    if (!answer?.ok) return
    dispatch(unitsPicked([]))
    setWritten(null)
    setPoliceLater(false)
  }
  const listed = advice?.forces.flatMap(({ candidates }) => candidates.map(({ unit }) => unit)) ?? []
  const toggle = (index: number) => () => void (listed[index] && dispatch(unitToggled(listed[index])))
  const digits = Object.fromEntries([...'123456789'].map((digit, i) => [digit, toggle(i)]))
  useKeys({ 'Ctrl+Enter': () => void go(), ...digits })

  const shown = new Set(listed)
  const total = advice?.forces.reduce((sum, force) => sum + force.candidates.length + force.excludedCount, 0) ?? 0
  return (
    <section aria-label={t('advice')} className="xn-assign">
      <div className="xn-card-line">
        <h3>{t('advice')}</h3>
        {advice && <span className="xn-dim xn-num">{t('adviceAge', { at: clockTime(advice.at) })}</span>}
      </div>
      {advice && advice.aim !== 'point' && advice.aim !== 'building' && <div className="xn-warn">! {t(`aim.${advice.aim}`)}</div>}
      {!advice && <div className="xn-dim">{t('adviceWait')}</div>}
      {advice && total === 0 && <div className="xn-dim">{t('adviceFailed')}</div>}
      {advice?.forces.map((force) => (
        <ForceAdviceView key={force.force} advice={force} numberOf={(unit) => listed.indexOf(unit) + 1} />
      ))}
      <OtherPicked units={picked.filter((unit) => !shown.has(unit) || !candidateOf(advice, unit))} offDuty={offDuty} />
      <div className="xn-send">
        <Input.TextArea
          size="small"
          value={order}
          aria-label={t('order')}
          maxLength={1_000}
          autoSize={{ minRows: 1, maxRows: 5 }}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        {lacks && <PoliceLater isSaid={isPoliceLater} onSay={setPoliceLater} />}
        <Tooltip title={reason}>
          <Button type="primary" block disabled={reason !== null} loading={isSending} onClick={() => void go()}>
            {t(mustConfirm ? 'confirmSend' : 'send', { count: picked.length })} <kbd>{t('sendKeys')}</kbd>
          </Button>
        </Tooltip>
      </div>
    </section>
  )
}
