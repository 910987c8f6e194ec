import type { Knex } from 'knex'
import { EarlierCall } from '../../shared/contracts/console.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { BuildingId, type ReportId, type TownId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { callChanges, type CallRow, type HashPhone } from './callRow.ts'
import { openCallTable, type CallTable } from './callTable.ts'
import { phoneHash } from './phoneHash.ts'
import { tableWriter, type ReadEvents } from './tableWriter.ts'

/** How many earlier calls a person at the card can take in. */
const mostEarlier = 10

/** An incident that ended may be one of a chain of merged ones; a longer chain is not real. */
const longestChain = 10

/** What became of one call, long after the board has forgotten its incident. */
export type KeptCall = Pick<CallRow, 'at' | 'text' | 'how' | 'outcome' | 'ended_at'> & { readonly isMerged: boolean }

export type History = {
  /** Catches up from the journal where it left off, and then takes what is kept from now on. `caughtUp` never rejects. */
  readonly follow: (
    town: TownId,
    read: ReadEvents,
  ) => { readonly kept: (events: readonly RecordedEvent[]) => void; readonly caughtUp: Promise<void> }
  /** Calls from the same numbers or the same building, of other incidents, newest first; at most ten. */
  readonly earlierCalls: (town: TownId, incident: Incident) => Promise<readonly EarlierCall[]>
  readonly callOf: (town: TownId, report: ReportId) => Promise<KeptCall | null>
  /** Buildings in which earlier matters of a number were, newest first; none for a number that tells nobody from others. */
  readonly buildingsOf: (town: TownId, phone: string | null) => Promise<readonly BuildingId[]>
  /** Resolves when everything told so far is in the table. */
  readonly idle: () => Promise<void>
}

/** The call that says how a merged one ended: that of the incident it became part of. */
const speaking = async (table: CallTable, town: TownId, call: CallRow): Promise<CallRow> => {
  let last = call
  for (let i = 0; i < longestChain && last.merged_into !== null; i++) {
    const next = await table.firstOf(town, last.merged_into)
    if (!next) return last
    last = next
  }
  return last
}

const sameAs = (row: CallRow, phones: readonly string[], building: string | null): EarlierCall['same'] => {
  const isCaller = row.phone_hash !== null && phones.includes(row.phone_hash)
  const isBuilding = building !== null && row.building === building
  return isCaller && isBuilding ? 'both' : isCaller ? 'caller' : 'building'
}

const outcomeOf = ({ how, outcome }: CallRow): string | null => outcome ?? how

const facts = (incident: Incident, hashPhone: HashPhone) => ({
  incident: incident.id,
  phones: [...new Set(incident.reports.flatMap((report) => hashPhone(report.caller.phone) ?? []))],
  building: incident.place.building ?? incident.reports[0]?.building ?? null,
})

type Needs = {
  readonly knex: Knex
  readonly secret: Uint8Array
  /** Runs once after so many ms; the answer takes it back. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void
  readonly onTrouble: (error: unknown) => void
}

/** 历史来电: a table beside the journal, made from it and nothing else; thrown away, it makes itself again. */
export const openHistory = async ({ knex, secret, setTimer, onTrouble }: Needs): Promise<History> => {
  const table = await openCallTable(knex)
  const hashPhone = phoneHash(secret)
  const writers: { readonly idle: () => Promise<void> }[] = []
  return {
    follow: (town, read) => {
      const writer = tableWriter({
        standing: () => table.standing(town),
        write: (events, standing) => table.write(town, callChanges(events, hashPhone), standing),
        forget: () => table.forget(town),
        read,
        setTimer,
        onTrouble,
      })
      writers.push(writer)
      return { kept: writer.kept, caughtUp: writer.idle() }
    },
    earlierCalls: async (town, incident) => {
      const like = facts(incident, hashPhone)
      if (like.phones.length === 0 && like.building === null) return []
      const rows = await table.like(town, like, mostEarlier)
      const ends = await Promise.all(rows.map((row) => speaking(table, town, row)))
      return rows.map((row, i) =>
        EarlierCall.parse({
          incident: row.incident,
          at: row.at,
          kind: row.kind,
          channel: row.channel,
          text: row.text,
          same: sameAs(row, like.phones, like.building),
          outcome: outcomeOf(ends[i] ?? row),
        }),
      )
    },
    buildingsOf: async (town, phone) => {
      const hash = hashPhone(phone)
      const buildings = hash === null ? [] : await table.buildingsOf(town, hash, mostEarlier)
      return buildings.map((building) => BuildingId.parse(building))
    },
    callOf: async (town, report) => {
      const call = await table.callOf(town, report)
      if (!call) return null
      const { how, outcome, ended_at } = await speaking(table, town, call)
      return { at: call.at, text: call.text, how, outcome, ended_at, isMerged: call.merged_into !== null }
    },
    idle: async () => {
      for (const writer of writers) await writer.idle()
    },
  }
}
