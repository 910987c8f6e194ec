import { profileOf } from '../../shared/domain/board/board.ts'
import { incidentState, type Incident } from '../../shared/domain/incident/incident.ts'
import { stageClocks, type StageClock } from '../../shared/domain/sla/stageClock.ts'
import { useRoom } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import { useKindName } from '../board/useKindName.ts'
import { useSteadyBoard } from '../board/useSteadyBoard.ts'
import { ForceMark, NatureMark, PoliceMissingMark, UrgencyMark } from '../ui/marks.tsx'
import { metres, span } from '../ui/townTime.ts'
import { domainWords } from '../ui/words/domain.ts'
import { stageWords } from '../ui/words/stage.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { goingTo, type Going } from './going.ts'
import { useKnownNow } from './useWall.ts'
import { wallPlace } from './wallPlace.ts'
import { wallWords } from './words.ts'

/** What fits beside the map at a size that is read from six metres. */
/** Words in English take more lines. */
const mostUnits = { 'zh-CN': 4, en: 3 } as const
const mostClocks = 3

const signs = { running: '', paused: '‖', amber: '!', red: '✕', met: '✓', missed: '✕' } as const

const Clock = ({ clock, now }: { readonly clock: StageClock; readonly now: number }) => {
  const t = useWords(wallWords)
  const say = useWords(stageWords)
  const isChinese = useIsChinese()
  const { stage, state, dueAt, elapsedMs } = clock
  if (state === 'ended') return null
  const leftMs = dueAt === null ? null : dueAt - now
  const time = leftMs === null ? span(elapsedMs) : t(leftMs <= 0 ? 'over' : 'left', { for: span(Math.abs(leftMs)) })
  return (
    <li data-clock={state}>
      <span>
        {isChinese ? stage.nameZh : stage.nameEn} <small>{`${signs[state]} ${say(state)}`}</small>
      </span>
      <strong className="xn-num">{time}</strong>
      <div className="xn-wall-bar" aria-hidden>
        <span style={{ width: `${Math.min(100, (100 * elapsedMs) / stage.limitMs)}%` }} />
      </div>
    </li>
  )
}

const Who = ({ assignment, name, isSos, way }: Going) => {
  const t = useWords(wallWords)
  const domain = useWords(domainWords)
  const isOnTheWay = assignment.state === 'accepted' || assignment.state === 'enroute'
  const far = way && metres(way.distanceM)
  const how =
    way &&
    (isOnTheWay
      ? t('onTheWay', { minutes: Math.max(1, Math.ceil(way.travelMs / 60_000)), distance: far ?? '' })
      : t('notMoved', { distance: far ?? '' }))
  return (
    <li>
      <ForceMark force={assignment.force} size={48} />
      <b>
        {name} {isSos && <span className="xn-wall-sos">‼ {t('why.sos')}</span>}
      </b>
      <span>{domain(`state.${assignment.state}`)}</span>
      <span className="xn-num">
        {how}
        {way?.isOld && ` (${t('byOldFix')})`}
      </span>
    </li>
  )
}

/** An incident that was put on the wall: what, where, how urgent, its clocks, who goes. Nothing of who called, and none of their words. */
export const IncidentPage = ({ incident, leavesAt }: { readonly incident: Incident; readonly leavesAt: number | null }) => {
  const t = useWords(wallWords)
  const domain = useWords(domainWords)
  const kindName = useKindName()
  const { town, positions } = useRoom()
  const board = useSteadyBoard()
  const now = useKnownNow()
  const most = mostUnits[useRoomSelector((state) => state.desk.language)]
  const going = goingTo(board, incident, positions.all(), now)
  const clocks = stageClocks(incident, profileOf(board), now).filter(({ state }) => state !== 'ended')
  return (
    <article className="xn-wall-incident" aria-label={incident.id}>
      <p className="xn-wall-tags">
        <span className="xn-num">{incident.id}</span> <UrgencyMark urgency={incident.urgency} /> <NatureMark nature={incident.nature} />{' '}
        <PoliceMissingMark incident={incident} />
      </p>
      <h2>{kindName(incident.kind)}</h2>
      <p className="xn-wall-where">{wallPlace(incident, town.buildings) || t('unknownPlace')}</p>
      <p className="xn-wall-state">
        {domain(`state.${incidentState(incident)}`)}
        <span className="xn-num"> · {t('sinceReport', { for: span((incident.end?.at ?? now) - incident.openedAt) })}</span>
        {leavesAt !== null && <span className="xn-num"> · {t('leaves', { for: span(leavesAt - now) })}</span>}
      </p>
      <ul className="xn-wall-clocks">
        {clocks.slice(0, mostClocks).map((clock) => (
          <Clock key={clock.stage.id} clock={clock} now={now} />
        ))}
      </ul>
      {incident.end === null && (
        <section className="xn-wall-going" aria-label={t('going')}>
          {going.length === 0 && <p data-clock="amber">! {t('goingNobody')}</p>}
          <ul>
            {going.slice(0, most).map((one) => (
              <Who key={one.assignment.id} {...one} />
            ))}
          </ul>
          {going.length > most && <p className="xn-num">{t('more', { number: going.length - most })}</p>}
        </section>
      )}
    </article>
  )
}
