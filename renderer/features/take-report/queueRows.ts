import type { QueueFilters } from '../../board/deskSlice.ts'
import { profileOf, type Board } from '../../../shared/domain/board/board.ts'
import { values } from '../../../shared/domain/board/table.ts'
import type { AccountId, IncidentId } from '../../../shared/domain/ids.ts'
import { isActive } from '../../../shared/domain/incident/assignment.ts'
import { incidentState, isOpen, type Incident } from '../../../shared/domain/incident/incident.ts'
import type { SlaProfile } from '../../../shared/domain/sla/profile.ts'
import { nearestDueAt } from '../../../shared/domain/sla/stageClock.ts'
import { kindByCode, urgencyRank, type Taxonomy } from '../../../shared/domain/taxonomy/taxonomy.ts'

export type QueueRow = {
  readonly incident: Incident
  /** Nobody has it in hand and nobody is sent. */
  readonly isWaiting: boolean
  /** The nearest limit still running, UTC ms. */
  readonly dueAt: number | null
  /** Set when it stands under another as its possible duplicate. */
  readonly duplicateOf: IncidentId | null
}

export const isWaiting = (incident: Incident): boolean => {
  if (incident.holder || !isOpen(incident)) return false
  const state = incidentState(incident)
  return state === 'received' || state === 'classified'
}

const dues = new WeakMap<Incident, { readonly profile: SlaProfile; readonly dueAt: number | null }>()

/** Incidents never change in place, so a nearest limit is computed once per change, not once per second. */
const dueOf = (incident: Incident, profile: SlaProfile): number | null => {
  const known = dues.get(incident)
  if (known?.profile === profile) return known.dueAt
  const dueAt = nearestDueAt(incident, profile, incident.openedAt)
  dues.set(incident, { profile, dueAt })
  return dueAt
}

/** Most pressing first: waiting reports by urgency and how long they wait, then open incidents by their nearest limit. */
export const byPressing = (a: QueueRow, b: QueueRow): number => {
  if (a.isWaiting !== b.isWaiting) return a.isWaiting ? -1 : 1
  const urgency = urgencyRank(a.incident.urgency) - urgencyRank(b.incident.urgency)
  const age = a.incident.openedAt - b.incident.openedAt
  if (a.isWaiting) return urgency || age
  const [dueA, dueB] = [a.dueAt ?? Infinity, b.dueAt ?? Infinity]
  return (dueA === dueB ? 0 : dueA - dueB) || urgency || age
}

const says = (incident: Incident, taxonomy: Taxonomy, text: string): boolean => {
  const kind = kindByCode(taxonomy, incident.kind)
  const told = incident.reports.flatMap(({ text: words, caller }) => [words, caller.name, caller.phone])
  return [incident.id, kind?.nameZh, kind?.nameEn, incident.place.text, incident.holder?.name, ...told].some((one) =>
    one?.toLowerCase().includes(text),
  )
}

const isForPolice = (incident: Incident) => incident.nature === 'police' || incident.nature === 'joint'

const passes = (incident: Incident, filters: QueueFilters, taxonomy: Taxonomy, me: AccountId): boolean => {
  const { isMine, isBreached, nature, force } = filters
  if (isMine && incident.holder?.id !== me) return false
  if (isBreached && incident.breached.length === 0) return false
  if (nature !== 'all' && isForPolice(incident) !== (nature === 'police')) return false
  const isWithForce = () =>
    incident.assignments.some((one) => one.force === force && isActive(one)) || kindByCode(taxonomy, incident.kind)?.primaryForce === force
  if (force !== null && !isWithForce()) return false
  const text = filters.text.trim().toLowerCase()
  return text === '' || says(incident, taxonomy, text)
}

/** The row under which this one stands: the most likely earlier incident that is on screen too. */
const firstOf = (row: QueueRow, shown: ReadonlyMap<IncidentId, QueueRow>): IncidentId | null => {
  const likely = [...row.incident.duplicates].sort((a, b) => b.score - a.score)
  const isEarlier = (of: IncidentId) => {
    const other = shown.get(of)?.incident
    return (
      other !== undefined && (other.openedAt < row.incident.openedAt || (other.openedAt === row.incident.openedAt && of < row.incident.id))
    )
  }
  return likely.find(({ of }) => isEarlier(of))?.of ?? null
}

/**
 * The queue as it stands on screen.
 *
 * Possible duplicates stand under the first of their matter, and the whole group where its most pressing
 * member would stand alone, so that a new call never hides under an old one.
 */
export const queueRows = (board: Board, filters: QueueFilters, taxonomy: Taxonomy, me: AccountId): readonly QueueRow[] => {
  const profile = profileOf(board)
  const shown = new Map<IncidentId, QueueRow>()
  for (const incident of values(board.incidents)) {
    if (!isOpen(incident) || !passes(incident, filters, taxonomy, me)) continue
    shown.set(incident.id, { incident, isWaiting: isWaiting(incident), dueAt: dueOf(incident, profile), duplicateOf: null })
  }
  const groups = new Map<IncidentId, QueueRow[]>()
  const rootOf = (row: QueueRow): QueueRow => {
    const first = firstOf(row, shown)
    const above = first && shown.get(first)
    return above ? rootOf(above) : row
  }
  for (const row of shown.values()) {
    const root = rootOf(row)
    const group = groups.get(root.incident.id) ?? []
    groups.set(root.incident.id, group)
    group.push(root === row ? row : { ...row, duplicateOf: root.incident.id })
  }
  return [...groups.entries()]
    .map(([root, rows]) => {
      const sorted = rows.sort(byPressing)
      const pressing = sorted[0] as QueueRow
      return { pressing, rows: [...sorted.filter((row) => row.incident.id === root), ...sorted.filter((row) => row.incident.id !== root)] }
    })
    .sort((a, b) => byPressing(a.pressing, b.pressing))
    .flatMap(({ rows }) => rows)
}
