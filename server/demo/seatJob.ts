import { alarmOf, incidentOf, type Board } from '../../shared/domain/board/board.ts'
import type { AssignmentId, IncidentId } from '../../shared/domain/ids.ts'
import { counts, isActive, type Assignment } from '../../shared/domain/incident/assignment.ts'
import { isOpen, type Incident } from '../../shared/domain/incident/incident.ts'
import { isPoliceMatter, lacksPolice } from '../../shared/domain/incident/weight.ts'
import { acceptAlarmId } from '../../shared/domain/sla/alarmIds.ts'
import { kindByCode, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'

/** What a played seat would do with an incident now. */
export type SeatJob =
  | { readonly does: 'take' }
  /** Its likely twin is with a real person, who may want to merge it. */
  | { readonly does: 'leave' }
  | { readonly does: 'merge'; readonly into: IncidentId }
  | { readonly does: 'cancel' }
  | { readonly does: 'transfer' }
  | { readonly does: 'answer' }
  | { readonly does: 'classify' }
  | { readonly does: 'send' }
  | { readonly does: 'recall'; readonly assignment: AssignmentId }
  | { readonly does: 'reinforce'; readonly assignment: AssignmentId }
  | { readonly does: 'whistle' }
  | { readonly does: 'close' }

/** From here on the seats believe a proposed duplicate. */
const mergedFrom = 0.75

/** So long a likely twin of a person's incident is left alone, real ms. */
const leftForMs = 120_000

export type SeatView = {
  readonly board: Board
  readonly taxonomy: Taxonomy
  readonly now: number
  readonly isPersons: (incident: IncidentId) => boolean
  readonly wantsWhistle: (incident: Incident) => boolean
}

/** The open incident that this one became part of, or itself. */
const standing = (board: Board, id: IncidentId): Incident | undefined => {
  const incident = incidentOf(board, id)
  return incident?.end?.how === 'merged' ? standing(board, incident.end.into) : incident
}

const twinOf = (incident: Incident, { board }: SeatView): Incident | undefined => {
  const twins = incident.duplicates
    .filter(({ of, score }) => score >= mergedFrom && !incident.notDuplicateOf.includes(of))
    .map(({ of }) => standing(board, of))
  return twins.find((twin) => twin !== undefined && isOpen(twin) && twin.id !== incident.id)
}

/** An assignment that fell away without anybody sent after it. */
const isUnreplaced = ({ assignments }: Incident) =>
  assignments.some((gone) => !counts(gone) && !assignments.some((later) => later.assignedAt >= (gone.endedAt ?? 0)))

const withUnits = (incident: Incident, active: readonly Assignment[], view: SeatView): SeatJob | null => {
  const crying = active.find((one) => one.wantsHelp !== null)
  if (crying) return { does: 'reinforce', assignment: crying.id }
  const silent = active.find((one) => one.state === 'assigned' && alarmOf(view.board, acceptAlarmId(one.id)) !== undefined)
  if (silent) return { does: 'recall', assignment: silent.id }
  if (isUnreplaced(incident) || lacksPolice(incident)) return { does: 'send' }
  const isHandled = active.some((one) => one.state === 'handling')
  return isHandled && incident.whistle === null && view.wantsWhistle(incident) ? { does: 'whistle' } : null
}

const withoutUnits = (incident: Incident, { taxonomy }: SeatView): SeatJob => {
  const primary = kindByCode(taxonomy, incident.kind)?.primaryForce
  const isPolice = isPoliceMatter(incident)
  if (primary === 'none' && !isPolice) return { does: 'cancel' }
  const isHotline = (primary === 'hotline' || incident.nature === 'enquiry') && !isPolice
  if (isHotline) return { does: incident.transfers.length > 0 ? 'answer' : 'transfer' }
  return { does: incident.classifiedAt === null ? 'classify' : 'send' }
}

/** The next thing a seat does with an incident; null when there is nothing, or when it is a person's. */
export const seatJob = (incident: Incident, view: SeatView): SeatJob | null => {
  if (!isOpen(incident) || view.isPersons(incident.id)) return null
  const counted = incident.assignments.filter(counts)
  const twin = counted.length === 0 ? twinOf(incident, view) : undefined
  const isTwinPersons = twin !== undefined && view.isPersons(twin.id)
  if (isTwinPersons && view.now < incident.openedAt + leftForMs) return { does: 'leave' }
  if (!incident.holder) return { does: 'take' }
  if (twin && !isTwinPersons) return { does: 'merge', into: twin.id }
  const active = incident.assignments.filter(isActive)
  if (active.length > 0) return withUnits(incident, active, view)
  if (counted.length === 0) return withoutUnits(incident, view)
  return { does: lacksPolice(incident) ? 'send' : 'close' }
}
