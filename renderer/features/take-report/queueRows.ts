import type { QueueFilters } from '../../board/deskSlice.ts'
import { incidentsOf } from '../../../shared/domain/board/incidentsOf.ts'
import { lastingClocks } from '../../../shared/domain/board/stageBoard.ts'
import { byWaiting, isWaiting } from '../../board/waitingReports.ts'
import { profileOf, type Board } from '../../../shared/domain/board/board.ts'
import { wholeOf } from '../../../shared/domain/board/wholeOf.ts'
import type { AccountId, IncidentId } from '../../../shared/domain/ids.ts'
import { isActive } from '../../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { isPoliceNature } from '../../../shared/domain/incident/weight.ts'
import type { SlaProfile } from '../../../shared/domain/sla/profile.ts'
import { kindByCode, type Taxonomy } from '../../../shared/domain/taxonomy/taxonomy.ts'

export type QueueRow = {
  readonly id: IncidentId
  readonly incident: Incident
  /** Nobody has it in hand and nobody is sent. */
  readonly isWaiting: boolean
  /** The nearest limit still running, UTC ms. */
  readonly dueAt: number | null
  /** Set when it stands under another: the open incident it may repeat, and how likely (0–1). */
  readonly duplicate: { readonly of: IncidentId; readonly score: number } | null
}

const alone = new WeakMap<Incident, { readonly profile: SlaProfile; readonly row: QueueRow }>()

/** The row of an incident that repeats no other. Incidents never change in place, so it is made once per change, not once per batch. */
const rowOf = (incident: Incident, profile: SlaProfile): QueueRow => {
  const known = alone.get(incident)
  if (known?.profile === profile) return known.row
  const dues = lastingClocks(incident, profile).flatMap((clock) => clock?.dueAt ?? [])
  const row = {
    id: incident.id,
    incident,
    isWaiting: isWaiting(incident),
    dueAt: dues.length > 0 ? Math.min(...dues) : null,
    duplicate: null,
  }
  alone.set(incident, { profile, row })
  return row
}

/** Most pressing first: waiting reports by urgency and how long they wait, then open incidents by their nearest limit. */
export const byPressing = (a: QueueRow, b: QueueRow): number => {
  if (a.isWaiting !== b.isWaiting) return a.isWaiting ? -1 : 1
  const [dueA, dueB] = a.isWaiting ? [0, 0] : [a.dueAt ?? Infinity, b.dueAt ?? Infinity]
  return (dueA === dueB ? 0 : dueA - dueB) || byWaiting(a.incident, b.incident)
}

const says = (incident: Incident, taxonomy: Taxonomy, text: string): boolean => {
  const kind = kindByCode(taxonomy, incident.kind)
  const told = incident.reports.flatMap(({ text: words, caller }) => [words, caller.name, caller.phone])
  return [incident.id, kind?.nameZh, kind?.nameEn, incident.place.text, incident.holder?.name, ...told].some((one) =>
    one?.toLowerCase().includes(text),
  )
}

const passes = (incident: Incident, filters: QueueFilters, taxonomy: Taxonomy, me: AccountId): boolean => {
  const { isMine, isBreached, nature, force } = filters
  if (isMine && incident.holder?.id !== me) return false
  if (isBreached && incident.breached.length === 0) return false
  if (nature !== 'all' && isPoliceNature(incident.nature) !== (nature === 'police')) return false
  const isWithForce = () =>
    incident.assignments.some((one) => one.force === force && isActive(one)) || kindByCode(taxonomy, incident.kind)?.primaryForce === force
  if (force !== null && !isWithForce()) return false
  const text = filters.text.trim().toLowerCase()
  return text === '' || says(incident, taxonomy, text)
}

/** The earlier incident on screen that this one most likely repeats. */
const likelyFirst = (board: Board, row: QueueRow, shown: ReadonlyMap<IncidentId, QueueRow>): QueueRow['duplicate'] => {
  const isEarlier = (other: Incident | undefined) =>
    other !== undefined &&
    (other.openedAt < row.incident.openedAt || (other.openedAt === row.incident.openedAt && other.id < row.incident.id))
  const candidates = row.incident.duplicates.map(({ of, score }) => ({ of: wholeOf(board, of)?.id ?? of, score }))
  return candidates.filter(({ of }) => isEarlier(shown.get(of)?.incident)).sort((a, b) => b.score - a.score)[0] ?? null
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
  for (const incident of incidentsOf(board).open)
    if (passes(incident, filters, taxonomy, me)) shown.set(incident.id, rowOf(incident, profile))
  const above = new Map<IncidentId, QueueRow['duplicate']>()
  for (const row of shown.values()) {
    const first = row.incident.duplicates.length > 0 ? likelyFirst(board, row, shown) : null
    if (first) above.set(row.incident.id, first)
  }
  const rootOf = (id: IncidentId): IncidentId => {
    const first = above.get(id)
    return first ? rootOf(first.of) : id
  }
  const under = new Map<IncidentId, QueueRow[]>()
  for (const [id, duplicate] of above) {
    const row = shown.get(id)
    const root = rootOf(id)
    const group = under.get(root) ?? []
    under.set(root, group)
    if (row) group.push({ ...row, duplicate })
  }
  const groupOf = (row: QueueRow) => {
    const others = (under.get(row.incident.id) ?? []).sort(byPressing)
    const first = others[0]
    return { pressing: first && byPressing(first, row) < 0 ? first : row, row, others }
  }
  return [...shown.values()]
    .filter((row) => !above.has(row.incident.id))
    .map(groupOf)
    .sort((a, b) => byPressing(a.pressing, b.pressing))
    .flatMap(({ row, others }) => (others.length > 0 ? [row, ...others] : row))
}
