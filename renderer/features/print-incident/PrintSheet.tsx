import { createPortal } from 'react-dom'
import { profileOf, unitNameOf } from '../../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../../shared/domain/event.ts'
import type { Assignment } from '../../../shared/domain/incident/assignment.ts'
import { incidentState, type Incident } from '../../../shared/domain/incident/incident.ts'
import { stageClocks } from '../../../shared/domain/sla/stageClock.ts'
import { cameLate, partOf } from '../../board/history.ts'
import { useBoard, useRoom } from '../../board/room.tsx'
import { useNames } from '../../board/useNames.ts'
import { actorText } from '../../ui/actorText.ts'
import { eventText } from '../../ui/eventText.ts'
import { clockTime, dayTime, span } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { printWords } from './words.ts'
import './print.css'

/** What is printed, as it stood when somebody asked for it. `events` is null when the history could not be read. */
export type Sheet = { readonly incident: Incident; readonly events: readonly RecordedEvent[] | null; readonly at: number }

const steps = ['assignedAt', 'acceptedAt', 'departedAt', 'onSceneAt', 'handlingAt', 'endedAt'] as const

const Reports = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(printWords)
  const domain = useWords(domainWords)
  return incident.reports.map(({ id, channel, receivedAt, outsideId, text, caller }) => (
    <div key={id} className="xn-sheet-report">
      <p className="xn-sheet-quiet xn-num">
        {[domain(`channel.${channel}`), dayTime(receivedAt), outsideId, caller.name ?? t('unknownCaller'), caller.phone ?? t('noPhone')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{text}</p>
    </div>
  ))
}

const Limits = ({ incident, at }: Pick<Sheet, 'incident' | 'at'>) => {
  const t = useWords(printWords)
  const isChinese = useIsChinese()
  const board = useBoard()
  return (
    <table>
      <tbody>
        {stageClocks(incident, profileOf(board), at).map(({ stage, state, elapsedMs }) => (
          <tr key={stage.id}>
            <td>{isChinese ? stage.nameZh : stage.nameEn}</td>
            <td className="xn-num">{t('limit', { span: span(stage.limitMs) })}</td>
            <td className="xn-num">{t('used', { span: span(elapsedMs) })}</td>
            <td>
              <strong>{t(`state.${state}`)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Sent = ({ assignment }: { readonly assignment: Assignment }) => {
  const t = useWords(printWords)
  const domain = useWords(domainWords)
  const name = unitNameOf(useBoard(), assignment.unit) ?? ''
  const { unit, force, lead, state, order, result } = assignment
  return (
    <tr>
      <td>
        {unit} {name}
        <br />
        {domain(`force.${force}`)} {lead && `★ ${t('lead')}`}
      </td>
      <td>
        <strong>{domain(`state.${state}`)}</strong>
        <p className="xn-num">
          {steps.flatMap((step) => (assignment[step] === null ? [] : `${t(`step.${step}`)} ${clockTime(assignment[step])}`)).join('　')}
        </p>
        {order && <p>{t('order', { text: order })}</p>}
        {result && <p>{t('result', { text: result })}</p>}
      </td>
    </tr>
  )
}

const Happened = ({ events, about }: { readonly events: readonly RecordedEvent[]; readonly about: Incident['id'] }) => {
  const t = useWords(printWords)
  const names = useNames()
  return (
    <table>
      <tbody>
        {events.map((recorded) => (
          <tr key={recorded.position}>
            <td className="xn-num">{dayTime(recorded.doneAt ?? recorded.at).slice(5, 10)}</td>
            <td className="xn-num">{clockTime(recorded.doneAt ?? recorded.at)}</td>
            <td>
              {partOf(recorded, about)} {eventText(recorded.event, names)}
              {cameLate(recorded) && t('late', { at: clockTime(recorded.at) })}
            </td>
            <td className="xn-sheet-by">{actorText(recorded.by, names)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One incident on paper: nothing of it is cut off, and nothing is in it that the card does not show. Seen only in print. */
export const PrintSheet = ({ incident, events, at }: Sheet) => {
  const t = useWords(printWords)
  const domain = useWords(domainWords)
  const names = useNames()
  const { me, town } = useRoom()
  const { place, holder, end } = incident
  const community = town.communities.find(({ id }) => id === place.community)?.name
  const grid = town.grids.find(({ id }) => id === place.grid)?.name
  const coordinates = place.point ? `${place.point[0].toFixed(5)}, ${place.point[1].toFixed(5)}` : t('noPoint')
  return createPortal(
    <article className="xn-sheet" aria-label={t('sheet')}>
      <h1>
        {incident.id} {names.kind(incident.kind)}
      </h1>
      <p className="xn-sheet-quiet">
        {me.townName} · {t('printedBy', { name: me.name, at: dayTime(at) })}
      </p>
      <h2>{t('reports')}</h2>
      <Reports incident={incident} />
      <h2>{t('classification')}</h2>
      <p>
        {[
          names.kind(incident.kind),
          domain(`nature.${incident.nature}`),
          domain(`urgency.${incident.urgency}`),
          incident.policeNeeded && t('policeNeeded'),
          t(incident.isConfirmed ? 'confirmed' : 'proposed'),
          domain(`state.${incidentState(incident)}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        {t('holder')} {holder ? `${holder.name} ${dayTime(holder.since)}` : t('nobody')}
        {end && ` · ${t('ended')} ${dayTime(end.at)} ${domain(`state.${end.how}`)}`}
      </p>
      <h2>{t('place')}</h2>
      <p>{[place.text, community, grid, coordinates].filter(Boolean).join(' · ')}</p>
      <h2>{t('limits')}</h2>
      <Limits incident={incident} at={at} />
      <h2>{t('assignments')}</h2>
      {incident.assignments.length === 0 && <p>{t('none')}</p>}
      <table>
        <tbody>
          {incident.assignments.map((assignment) => (
            <Sent key={assignment.id} assignment={assignment} />
          ))}
        </tbody>
      </table>
      <h2>{t('timeline')}</h2>
      {events ? <Happened events={events} about={incident.id} /> : <p>{t('timelineFailed')}</p>}
    </article>,
    document.body,
  )
}
