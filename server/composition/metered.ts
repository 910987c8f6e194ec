import type { DomainEvent } from '../../shared/domain/event.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import { isOpen } from '../../shared/domain/incident/incident.ts'
import { values } from '../../shared/domain/board/table.ts'
import { isSame } from '../auth/token.ts'
import type { Rejects } from '../intake/rejects.ts'
import type { Journal } from '../journal/journal.ts'
import type { Metrics, RoomFigures } from '../metrics/metrics.ts'
import type { MetricsNeeds } from '../metrics/metricsRoutes.ts'
import type { Shared } from './doorNeeds.ts'
import type { OpenTown } from './openTown.ts'
import type { Time } from './systemTime.ts'

/** The journal, with the time of each append that became durable told. */
export const meteredJournal = (journal: Journal<DomainEvent>, metrics: Metrics, { monotonic }: Time): Journal<DomainEvent> => ({
  ...journal,
  append: async (town, expectedPosition, events) => {
    const from = monotonic()
    const answer = await journal.append(town, expectedPosition, events)
    if (answer.ok && events.length > 0) metrics.appended(monotonic() - from)
    return answer
  },
})

/** The store of refused forms, with each told. */
export const meteredRejects = (rejects: Rejects, metrics: Metrics): Rejects => ({
  ...rejects,
  keep: (reject) => {
    metrics.rejected(reject.town, reject.channel)
    return rejects.keep(reject)
  },
})

/** Counts what a town's desk answers and keeps, after it has; nothing here stands before an answer. */
export const meterTown = ({ town, desk }: OpenTown, metrics: Metrics): void => {
  desk.onAnswered((answer) => metrics.answered(town.id, answer.ok ? 'ok' : answer.refusal.reason))
  desk.onKept((events) => {
    metrics.kept(town.id, events.length)
    for (const { event } of events) if (event.type === 'incident.reported') metrics.reported(town.id, event.report.channel)
  })
}

type Links = { readonly connected: (town: TownId) => { readonly consoles: number; readonly phones: number } }

/** How a town stands now. */
export const figuresOf = ({ town, desk }: OpenTown, links: Links): RoomFigures => {
  const { incidents, alarms } = desk.kept()
  return {
    town: town.id,
    openIncidents: [...values(incidents)].filter(isOpen).length,
    standingAlarms: [...values(alarms)].filter(({ acknowledged }) => acknowledged === null).length,
    ...links.connected(town.id),
    canKeep: desk.canKeep(),
  }
}

/** What the door of the figures asks, answered by the settings and the guard. */
export const metricsNeeds = ({ metrics, settings, guard }: Shared): MetricsNeeds => ({
  metrics,
  isToken: (token) => settings.metricsToken !== null && isSame(token, settings.metricsToken),
  requireAdmin: guard.requirePerson(['admin']),
})
