import { Button, Checkbox } from 'antd'
import { useMemo } from 'react'
import { unitsPicked, unitToggled } from '../../board/deskSlice.ts'
import { useBoard, useIncident, useNow, useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { ForceMark } from '../../ui/marks.tsx'
import { metres } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { boxOf, circleRing } from '../../map/circle.ts'
import type { MapEngine } from '../../map/engine.ts'
import type { LayerChoice } from '../../map/layerChoice.ts'
import { unitsWithin, type Circle } from './circleUnits.ts'
import type { MapState } from '../../map/useMapEngine.ts'
import { mapWords } from './words.ts'

type Props = {
  readonly state: MapState
  readonly circle: Circle | null
  readonly layers: LayerChoice
  readonly onCircle: (circle: Circle) => void
  readonly onClose: () => void
}

/** A circle drawn by its radius may be larger than what the map shows. */
const showWhole = (map: MapEngine, center: Point, radiusM: number) => {
  const box = boxOf(circleRing(center, radiusM))
  if (!box) return
  const [[west, south], [east, north]] = box
  map.fitBounds([west, south, east, north], { padding: 24, duration: 350 })
}

const radii = [300, 500, 1_000, 2_000]

/** 圈选: units inside a circle, nearest first, into the selection of the open card. */
export const CirclePick = ({ state, circle, layers, onCircle, onClose }: Props) => {
  const t = useWords(mapWords)
  const board = useBoard()
  const { positions } = useRoom()
  const dispatch = useRoomDispatch()
  const incident = useIncident(useRoomSelector((store) => store.desk.incident))
  const picked = useRoomSelector((store) => store.desk.picked)
  const now = useNow()
  const units = useMemo(
    () => (circle ? unitsWithin(board, positions.all(), now, circle, layers) : []),
    [board, positions, now, circle, layers],
  )
  const free = units.filter((one) => one.standing === 'free').map((one) => one.unit.id)
  const point = incident?.place.point
  const around = (radiusM: number) => {
    const middle = state.kind === 'ready' ? state.map.getCenter() : null
    const center = point ?? (middle && ([middle.lng, middle.lat] as const))
    if (!center || state.kind !== 'ready') return
    onCircle({ center, radiusM })
    showWhole(state.map, center, radiusM)
  }
  return (
    <section className="xn-map-panel xn-circle" aria-label={t('circle')}>
      <header>
        <strong>{circle ? t('inCircle', { number: units.length, m: metres(circle.radiusM) }) : t('circle')}</strong>
        <Button size="small" type="text" onClick={onClose}>
          {t('stop')}
        </Button>
      </header>
      <p className="xn-dim">{t('circleHint')}</p>
      <div className="xn-circle-radii">
        <span className="xn-dim">{incident && point ? t('aroundIncident', { incident: incident.id }) : t('aroundMiddle')}</span>
        {radii.map((radius) => (
          <button key={radius} type="button" className="xn-chip" aria-pressed={circle?.radiusM === radius} onClick={() => around(radius)}>
            {metres(radius)}
          </button>
        ))}
      </div>
      {!incident && <p className="xn-map-warn">{t('openFirst')}</p>}
      {circle && units.length === 0 && <p className="xn-dim">{t('nobody')}</p>}
      <ul>
        {units.map(({ unit, standing, distanceM, ageMs, isOld }) => (
          <li key={unit.id}>
            <Checkbox disabled={!incident} checked={picked.includes(unit.id)} onChange={() => dispatch(unitToggled(unit.id))}>
              <ForceMark force={unit.definition.force} size={16} /> {unit.definition.name}
            </Checkbox>
            <span className="xn-dim">{t(`standing.${standing}`)}</span>
            <span className="xn-num">
              {metres(distanceM)} {isOld && <span className="xn-map-warn">{t(ageMs === null ? 'noFix' : 'old')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <Button size="small" type="primary" block disabled={!incident} onClick={() => dispatch(unitsPicked([...picked, ...free]))}>
          {t('pickFree', { number: free.length })}
        </Button>
      )}
    </section>
  )
}
