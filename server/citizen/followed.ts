import type { CitizenView } from '../../shared/contracts/citizen.ts'
import { incidentOf, profileOf, type Board } from '../../shared/domain/board/board.ts'
import type { IncidentId, ReportId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { citizenView } from './citizenView.ts'

/** What is known of a call after the board has forgotten its incident. Instants in UTC ms. */
export type KeptCall = {
  readonly at: number
  readonly text: string
  readonly how: string | null
  readonly outcome: string | null
  readonly ended_at: number | null
  readonly isMerged: boolean
}

/** Merging goes a few deep at most; a longer chain would be a circle. */
const longestChain = 10

/** The incident that speaks for this one: itself, or what it was merged into. */
export const speakingIncident = (board: Board, id: IncidentId): Incident | null => {
  let incident = incidentOf(board, id)
  for (let i = 0; i < longestChain && incident?.end?.how === 'merged'; i++) incident = incidentOf(board, incident.end.into)
  return incident ?? null
}

const ends = ['closed', 'cancelled', 'transferred'] as const

/** The last thing to be said about a call whose incident is no longer on the board. */
const oldView = (call: KeptCall, now: number): CitizenView => {
  const end = ends.find((how) => how === call.how) ?? 'closed'
  const steps = [{ step: 'received' as const, at: call.at }, ...(call.ended_at === null ? [] : [{ step: end, at: call.ended_at }])]
  return {
    now,
    place: '',
    text: call.text,
    sentAt: call.at,
    step: steps.at(-1)?.step ?? 'received',
    steps,
    next: null,
    handedTo:
      end === 'transferred' && call.outcome !== null && ['12345', '110', 'town'].includes(call.outcome)
        ? (call.outcome as '12345' | '110' | 'town')
        : null,
    isShared: call.isMerged,
    outcome: end === 'closed' ? call.outcome : null,
    canRate: false,
    rating: null,
  }
}

type Asked = { readonly incident: IncidentId; readonly report: ReportId }

/** What the bearer of a follow token is told; null when nothing is known of the report at all. */
export const followedView = async (
  asked: Asked,
  board: Board,
  callOf: (report: ReportId) => Promise<KeptCall | null>,
  now: number,
): Promise<CitizenView | null> => {
  const own = incidentOf(board, asked.incident)
  const incident = speakingIncident(board, asked.incident)
  const report = own?.reports.find((one) => one.id === asked.report) ?? incident?.reports.find((one) => one.id === asked.report)
  if (incident && report) return citizenView({ incident, report, isShared: incident.reports.length > 1, profile: profileOf(board), now })
  const call = await callOf(asked.report)
  return call && oldView(call, now)
}
