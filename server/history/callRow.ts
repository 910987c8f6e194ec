import { Channel } from '../../shared/domain/actor.ts'
import type { DomainEvent, EventOf, RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'

/** One call as the table has it. Words are masked and the number is a hash: the table alone tells nobody who called. */
export type CallRow = {
  readonly town: string
  readonly report: string
  readonly incident: string
  readonly at: number
  readonly kind: string
  readonly channel: string
  readonly phone_hash: string | null
  readonly building: string | null
  readonly text: string
  /** How its incident ended: `closed`, `cancelled`, `transferred`, `merged`; null while open. */
  readonly how: string | null
  readonly outcome: string | null
  readonly merged_into: string | null
  readonly ended_at: number | null
}

/** What later events change about all calls of one incident. */
export type CallPatch = Partial<Pick<CallRow, 'kind' | 'building' | 'how' | 'outcome' | 'merged_into' | 'ended_at'>>

/** What a run of events means for the table: new rows first, then one change per incident. */
export type CallChanges = { readonly rows: readonly CallRow[]; readonly patches: ReadonlyMap<IncidentId, CallPatch> }

export type HashPhone = (phone: string | null) => string | null

const open: CallPatch = { how: null, outcome: null, merged_into: null, ended_at: null }

const ended = (how: string, outcome: string | null, at: number, into: string | null = null): CallPatch => ({
  how,
  outcome,
  merged_into: into,
  ended_at: at,
})

/** What each kind of event says of its incident's calls; kinds that are not here say nothing. */
const patches: { readonly [T in DomainEvent['type']]?: (event: EventOf<T>, at: number) => CallPatch | null } = {
  'incident.amended': ({ changes: { kind, place } }) => ({
    ...(kind !== undefined && { kind }),
    ...(place !== undefined && { building: place.building }),
  }),
  'incident.closed': ({ outcome }, at) => ended('closed', maskText(outcome), at),
  'incident.cancelled': (_event, at) => ended('cancelled', null, at),
  'incident.transferred': ({ to }, at) => ended('transferred', to, at),
  'transfer.answered': ({ accepted }) => (accepted ? null : open),
  'incident.merged': ({ into }, at) => ended('merged', null, at, into),
  'incident.unmerged': () => open,
  'incident.reopened': () => open,
}

const patchOf = ({ event, at }: RecordedEvent): CallPatch | null => {
  const says = patches[event.type] as ((event: DomainEvent, at: number) => CallPatch | null) | undefined
  return says ? says(event, at) : null
}

const rowOf = (recorded: RecordedEvent, hashPhone: HashPhone): CallRow | null => {
  const { event, town } = recorded
  if (event.type !== 'incident.reported') return null
  const { report } = event
  return {
    town,
    report: report.id,
    incident: event.incident,
    at: report.receivedAt,
    kind: event.assessment.kind,
    channel: Channel.parse(report.channel),
    phone_hash: hashPhone(report.caller.phone),
    building: event.place.building ?? report.building,
    text: maskText(report.text),
    how: null,
    outcome: null,
    merged_into: null,
    ended_at: null,
  }
}

/** Pure: events in their order → rows and the last word on each incident. */
export const callChanges = (events: readonly RecordedEvent[], hashPhone: HashPhone): CallChanges => {
  const rows: CallRow[] = []
  const changed = new Map<IncidentId, CallPatch>()
  for (const recorded of events) {
    const row = rowOf(recorded, hashPhone)
    if (row) rows.push(row)
    const patch = patchOf(recorded)
    if (patch && 'incident' in recorded.event && recorded.event.incident !== null) {
      changed.set(recorded.event.incident, { ...changed.get(recorded.event.incident), ...patch })
    }
  }
  return { rows, patches: changed }
}
