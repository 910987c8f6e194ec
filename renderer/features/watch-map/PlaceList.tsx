import { Button } from 'antd'
import { values } from '../../../shared/domain/board/table.ts'
import { distanceM } from '../../../shared/domain/geo/point.ts'
import { incidentState, isOpen } from '../../../shared/domain/incident/incident.ts'
import { urgencyRank } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { incidentSelected, unitSelected, unitToggled } from '../../board/deskSlice.ts'
import { useBoard, useIncident, useNow, useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { standingOf } from '../../board/unitStanding.ts'
import { useNames } from '../../board/useNames.ts'
import { unitPoint } from '../../map/unitPoints.ts'
import { ForceMark, UrgencyMark } from '../../ui/marks.tsx'
import { metres, span } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { mapWords } from './words.ts'

const most = 60

const Incidents = () => {
  const t = useWords(mapWords)
  const domain = useWords(domainWords)
  const names = useNames()
  const board = useBoard()
  const { town } = useRoom()
  const dispatch = useRoomDispatch()
  const selected = useRoomSelector((state) => state.desk.incident)
  const open = [...values(board.incidents)]
    .filter(isOpen)
    .sort((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency) || a.openedAt - b.openedAt)
  return (
    <table>
      <caption>{t('layer.incidents')}</caption>
      <tbody>
        {open.slice(0, most).map((incident) => (
          <tr key={incident.id} aria-current={incident.id === selected}>
            <td>
              <button type="button" className="xn-map-link xn-num" onClick={() => dispatch(incidentSelected(incident.id))}>
                {incident.id}
              </button>
            </td>
            <td>
              <UrgencyMark urgency={incident.urgency} /> {names.kind(incident.kind)}
            </td>
            <td>{incident.place.text || t('noPlace')}</td>
            <td className="xn-dim">{town.grids.find((grid) => grid.id === incident.place.grid)?.name}</td>
            <td className="xn-dim">{domain(`state.${incidentState(incident)}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Units = () => {
  const t = useWords(mapWords)
  const board = useBoard()
  const { positions } = useRoom()
  const dispatch = useRoomDispatch()
  const now = useNow()
  const incident = useIncident(useRoomSelector((state) => state.desk.incident))
  const picked = useRoomSelector((state) => state.desk.picked)
  const target = incident?.place.point
  const units = [...values(board.units)]
    .map((unit) => {
      const where = unitPoint(unit, positions.all(), now, board.thresholds.fixIsOldAfterMs)
      return { ...standingOf(board, unit, now), ...where, far: target ? distanceM(where.point, target) : null }
    })
    .filter((one) => one.standing !== 'off')
    .sort((a, b) => (a.far ?? 0) - (b.far ?? 0))
  return (
    <table>
      <caption>{t('layer.units')}</caption>
      <tbody>
        {units.slice(0, most).map(({ unit, standing, far, ageMs, isOld }) => (
          <tr key={unit.id}>
            <td>
              <ForceMark force={unit.definition.force} size={16} />{' '}
              <button type="button" className="xn-map-link" onClick={() => dispatch(unitSelected(unit.id))}>
                {unit.definition.name}
              </button>
            </td>
            <td>{t(`standing.${standing}`)}</td>
            <td className="xn-num">{far !== null && metres(far)}</td>
            <td className={isOld ? 'xn-num xn-map-warn' : 'xn-num xn-dim'}>{ageMs === null ? t('noFix') : span(ageMs)}</td>
            <td>
              {incident && (
                <Button size="small" aria-pressed={picked.includes(unit.id)} onClick={() => dispatch(unitToggled(unit.id))}>
                  {picked.includes(unit.id) ? t('unassign') : t('assign', { incident: incident.id })}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where the map cannot be drawn: the same places, in words and distances. */
export const PlaceList = ({ why }: { readonly why: 'no-webgl' | 'not-loaded' }) => {
  const t = useWords(mapWords)
  return (
    <div className="xn-place-list" tabIndex={0}>
      <p role="status">
        <strong>{t(why === 'no-webgl' ? 'noWebgl' : 'notLoaded')}</strong>
        <br />
        <span className="xn-dim">{t('noWebglHint')}</span>
      </p>
      <Units />
      <Incidents />
    </div>
  )
}
