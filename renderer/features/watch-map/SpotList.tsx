import { Button } from 'antd'
import { unitOf, incidentOf } from '../../../shared/domain/board/board.ts'
import { incidentState } from '../../../shared/domain/incident/incident.ts'
import { incidentSelected, unitSelected } from '../../board/deskSlice.ts'
import { useBoard, useNow } from '../../board/room.tsx'
import { useRoomDispatch } from '../../board/store.ts'
import { standingOf } from '../../board/unitStanding.ts'
import { useNames } from '../../board/useNames.ts'
import { ForceMark, UrgencyMark } from '../../ui/marks.tsx'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import type { Spot } from './useMapClicks.ts'
import { mapWords } from './words.ts'

/** Several things on one spot: one of them is meant. */
export const SpotList = ({ spot, onClose }: { readonly spot: Spot; readonly onClose: () => void }) => {
  const t = useWords(mapWords)
  const domain = useWords(domainWords)
  const names = useNames()
  const board = useBoard()
  const now = useNow()
  const dispatch = useRoomDispatch()
  const incidents = spot.incidents.flatMap((id) => incidentOf(board, id) ?? [])
  const units = spot.units.flatMap((id) => unitOf(board, id) ?? [])
  const close = (act: () => void) => () => {
    act()
    onClose()
  }
  return (
    <section className="xn-map-panel xn-spot" aria-label={t('here', { number: incidents.length + units.length })}>
      <header>
        <strong>{t('here', { number: incidents.length + units.length })}</strong>
        <Button size="small" type="text" aria-label={domain('close')} onClick={onClose}>
          ✕
        </Button>
      </header>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <button type="button" onClick={close(() => dispatch(incidentSelected(incident.id)))}>
              <UrgencyMark urgency={incident.urgency} /> <span className="xn-num">{incident.id}</span> {names.kind(incident.kind)}
              <span className="xn-dim"> {domain(`state.${incidentState(incident)}`)}</span>
            </button>
          </li>
        ))}
        {units.map((unit) => (
          <li key={unit.id}>
            <button type="button" onClick={close(() => dispatch(unitSelected(unit.id)))}>
              <ForceMark force={unit.definition.force} size={16} /> {unit.definition.name}
              <span className="xn-dim"> {t(`standing.${standingOf(board, unit, now).standing}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
