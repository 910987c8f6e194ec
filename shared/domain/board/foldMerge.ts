import type { EventOf } from '../event.ts'
import type { BoardDraft } from './boardDraft.ts'

/** The surviving incident keeps every caller of the one merged into it. */
export const foldMerge = (draft: BoardDraft, event: EventOf<'incident.merged'>, position: number): void => {
  const into = draft.incidents.get(event.into)
  const from = draft.incidents.get(event.incident)
  if (!into || !from) return
  const reports = [...into.reports, ...from.reports].sort(
    (a, b) => a.receivedAt - b.receivedAt || Number(a.id.slice(2)) - Number(b.id.slice(2)),
  )
  const duplicates = into.duplicates.filter((candidate) => candidate.of !== event.incident)
  const merged = [...into.merged, event.incident, ...from.merged]
  draft.incidents.set(into.id, { ...into, version: position, reports, duplicates, merged })
}

/** Taken out again: the callers go back with it. */
export const foldUnmerge = (draft: BoardDraft, event: EventOf<'incident.unmerged'>, position: number): void => {
  const from = draft.incidents.get(event.from)
  const back = draft.incidents.get(event.incident)
  if (!from || !back) return
  const own = new Set(back.reports.map((report) => report.id))
  const gone = new Set([event.incident, ...back.merged])
  const reports = from.reports.filter((report) => !own.has(report.id))
  // As they are by now: photos may have come to a report while it stood with the whole.
  const grown = new Map(from.reports.map((report) => [report.id, report]))
  draft.incidents.set(back.id, { ...back, reports: back.reports.map((report) => grown.get(report.id) ?? report) })
  const merged = from.merged.filter((id) => !gone.has(id))
  draft.incidents.set(from.id, {
    ...from,
    version: position,
    reports,
    merged,
    parted: [...from.parted.filter((id) => id !== back.id), back.id],
  })
}
