import { Button, Input } from 'antd'
import { useState } from 'react'
import { distanceM } from '../../../shared/domain/geo/point.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import type { Unit } from '../../../shared/domain/unit/unit.ts'
import { CommandButton, useBlocked } from '../../board/CommandButton.tsx'
import { incidentSelected, unitSelected, unitToggled } from '../../board/deskSlice.ts'
import { useBoard, useIncident, useNow, usePosition, useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { standingOf } from '../../board/unitStanding.ts'
import { unitPoint } from '../../map/unitPoints.ts'
import { ageOpacity } from '../../ui/ageOpacity.ts'
import { ForceMark } from '../../ui/marks.tsx'
import { metres, span } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { mapWords } from './words.ts'

const Pick = ({ unit, incident }: { readonly unit: Unit; readonly incident: IncidentId }) => {
  const t = useWords(mapWords)
  const dispatch = useRoomDispatch()
  const isPicked = useRoomSelector((state) => state.desk.picked.includes(unit.id))
  const isOnIt = unit.task?.incident === incident
  const blocked = useBlocked({
    type: 'units.assign',
    incident,
    orders: [{ unit: unit.id, lead: true, order: '', callIn: false, why: [] }],
    policeLater: true,
  })
  if (isOnIt) return null
  return (
    <>
      <Button size="small" type={isPicked ? 'default' : 'primary'} aria-pressed={isPicked} onClick={() => dispatch(unitToggled(unit.id))}>
        {isPicked ? t('unassign') : t('assign', { incident })}
      </Button>
      {blocked && <p className="xn-map-warn">{blocked}</p>}
    </>
  )
}

const ClearSos = ({ unit }: { readonly unit: Unit }) => {
  const t = useWords(mapWords)
  const [note, setNote] = useState<string | null>(null)
  if (note === null) {
    return (
      <CommandButton danger command={{ type: 'sos.clear', unit: unit.id, note: '-' }} onAsk={() => setNote('')}>
        {t('clearSos')}
      </CommandButton>
    )
  }
  return (
    <span className="xn-unit-sos">
      <Input
        size="small"
        autoFocus
        value={note}
        maxLength={500}
        placeholder={t('sosNote')}
        aria-label={t('sosNote')}
        onChange={(event) => setNote(event.target.value)}
      />
      {note.trim() !== '' && (
        <CommandButton danger command={{ type: 'sos.clear', unit: unit.id, note: note.trim() }} onDone={() => setNote(null)}>
          {t('confirm')}
        </CommandButton>
      )}
    </span>
  )
}

type Props = { readonly unit: Unit; readonly isFollowed: boolean; readonly onFollow: (isOn: boolean) => void }

/** The unit that was clicked: who, what it does, how old its position is, and whether it goes to the open incident. */
export const UnitCard = ({ unit, isFollowed, onFollow }: Props) => {
  const t = useWords(mapWords)
  const domain = useWords(domainWords)
  const board = useBoard()
  const { positions } = useRoom()
  const dispatch = useRoomDispatch()
  const now = useNow()
  usePosition(unit.id)
  const incident = useIncident(useRoomSelector((state) => state.desk.incident))
  const { definition, task, sos } = unit
  const { standing, since } = standingOf(board, unit, now)
  const { point, ageMs, isOld, accuracyM } = unitPoint(unit, positions.all(), now, board.thresholds.fixIsOldAfterMs)
  const fix = ageMs === null ? t('fixNone') : t(isOld ? 'fixOld' : 'fixAge', { for: span(ageMs) })
  const target = incident?.place.point
  return (
    <section className="xn-map-panel xn-unit-card" aria-label={definition.name}>
      <header>
        <ForceMark force={definition.force} />
        <strong>{definition.name}</strong>
        <span className="xn-num xn-dim">{unit.id}</span>
        <Button size="small" type="text" aria-label={domain('close')} onClick={() => dispatch(unitSelected(null))}>
          ✕
        </Button>
      </header>
      <p>
        {sos && (
          <strong className="xn-map-sos">
            {t('sos')} {span(now - sos.at)}{' '}
          </strong>
        )}
        {t(`standing.${standing}`)}
        {since !== null && <span className="xn-num"> {span(now - since)}</span>}
        {task && (
          <>
            {' · '}
            <button type="button" className="xn-map-link xn-num" onClick={() => dispatch(incidentSelected(task.incident))}>
              {task.incident}
            </button>
          </>
        )}
        <span className="xn-dim">
          {' '}
          · {domain(`force.${definition.force}`)} · {t('crew', { number: definition.crew })}
        </span>
      </p>
      <p className={isOld ? 'xn-map-warn' : undefined}>
        <span style={{ opacity: isOld ? 1 : Math.max(0.75, ageOpacity(ageMs ?? Infinity)) }}>{fix}</span>
        {accuracyM > 0 && <span className="xn-dim xn-num"> {t('within', { m: metres(accuracyM) })}</span>}
      </p>
      {incident && target && (
        <p className="xn-num">{t('toIncident', { incident: incident.id, distance: metres(distanceM(point, target)) })}</p>
      )}
      {definition.phone && (
        <p>
          {t('phone')}{' '}
          <a href={`tel:${definition.phone}`} className="xn-num">
            {definition.phone}
          </a>
        </p>
      )}
      <div className="xn-unit-acts">
        {incident ? <Pick unit={unit} incident={incident.id} /> : <span className="xn-dim">{t('openFirst')}</span>}
        <Button
          size="small"
          aria-pressed={isFollowed}
          type={isFollowed ? 'primary' : 'default'}
          ghost={isFollowed}
          onClick={() => onFollow(!isFollowed)}
        >
          {t('follow')}
        </Button>
        {sos && <ClearSos unit={unit} />}
      </div>
    </section>
  )
}
