import { useEffect, useRef } from 'react'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { incidentSelected } from '../board/deskSlice.ts'
import { useIncident, useRoom } from '../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../board/store.ts'
import { AssignPanel } from '../features/assign-unit/AssignPanel.tsx'
import { Assignments } from '../features/assign-unit/Assignments.tsx'
import { EndActions } from '../features/end-incident/EndActions.tsx'
import { Standing } from '../features/end-incident/Standing.tsx'
import { PrintIncident } from '../features/print-incident/PrintIncident.tsx'
import { PutOnWall } from '../features/show-on-wall/PutOnWall.tsx'
import { NewReport } from '../features/take-report/NewReport.tsx'
import { Queue } from '../features/take-report/Queue.tsx'
import { CardHead } from '../features/triage/CardHead.tsx'
import { Classification } from '../features/triage/Classification.tsx'
import { EarlierCalls } from '../features/triage/EarlierCalls.tsx'
import { PlaceEditor } from '../features/triage/PlaceEditor.tsx'
import { ReportWords } from '../features/triage/ReportWords.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { useKeys } from '../ui/keys.ts'
import { useWords } from '../ui/words.ts'
import { CardTimeline } from './parts.tsx'
import { consoleWords } from './words.ts'
import '../ui/card.css'
import '../ui/card-words.css'
import '../ui/card-asides.css'

const NoIncident = () => {
  const t = useWords(consoleWords)
  return (
    <div className="xn-empty">
      <div>{t('noIncident')}</div>
      <div>{t('noIncidentHint')}</div>
    </div>
  )
}

/** Tells the others which incident this desk has open. */
const useLook = (incident: IncidentId | null) => {
  const { feed } = useRoom()
  const isLive = useRoomSelector((state) => state.link.link.state === 'live')
  useEffect(() => {
    if (isLive) feed.ask('presence:look', { incident }).catch(() => {})
  }, [feed, incident, isLive])
}

/** The keyboard goes where the eye goes: Tab reaches the first control of a card that was just opened. What somebody types in keeps it. */
const useKeyboardHere = () => {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement?.closest('input, textarea') == null) card.current?.focus({ preventScroll: true })
  }, [])
  return card
}

const Card = ({ id }: { readonly id: IncidentId }) => {
  const incident = useIncident(id)
  const card = useKeyboardHere()
  if (!incident) return <NoIncident />
  const isOpen = incident.end === null
  return (
    <article ref={card} tabIndex={-1} className="xn-card" aria-label={id}>
      <CardHead incident={incident} />
      <div className="xn-card-scroll">
        <ReportWords incident={incident} />
        <Classification incident={incident} />
        <PlaceEditor incident={incident} />
        <PutOnWall incident={incident} />
        <Assignments incident={incident} />
        {isOpen && <AssignPanel incident={incident} />}
        <Standing incident={incident} />
        <EndActions incident={incident} />
        <EarlierCalls incident={incident} />
        <PrintIncident incident={incident} />
        <CardTimeline incident={id} />
      </div>
    </article>
  )
}

/** Queue and card, side by side. */
export const QueueRegion = () => {
  const t = useWords(consoleWords)
  const dispatch = useRoomDispatch()
  const { incident, overlay } = useRoomSelector((state) => state.desk)
  useLook(incident)
  useKeys({ Escape: () => void dispatch(incidentSelected(null)) }, overlay === 'none' && incident !== null)
  return (
    <section className="xn-region" data-region="queue" aria-label={t('region.queue')}>
      <div className="xn-panel xn-queue-place">
        <Boundary>
          <Queue />
        </Boundary>
      </div>
      <div className="xn-panel xn-card-place">
        {incident === null ? (
          <NoIncident />
        ) : (
          <Boundary key={incident}>
            <Card id={incident} />
          </Boundary>
        )}
      </div>
      <NewReport />
    </section>
  )
}
