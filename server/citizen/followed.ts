import type { CitizenView } from '../../shared/contracts/citizen.ts'
import { incidentOf, profileOf, type Board } from '../../shared/domain/board/board.ts'
import { wholeOf } from '../../shared/domain/board/wholeOf.ts'
import type { IncidentId, ReportId, TownId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Report } from '../../shared/domain/incident/report.ts'
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

/** The report that a follow token was made for: its numbers, and the instant that no other report of the same number has. */
export type FollowedReport = {
  readonly town: TownId
  readonly incident: IncidentId
  readonly report: ReportId
  readonly receivedAt: number
}

/** That report on the board, with the incident that speaks for it. */
export const followedOn = (asked: FollowedReport, board: Board): { readonly incident: Incident; readonly report: Report } | null => {
  const own = incidentOf(board, asked.incident)
  const incident = wholeOf(board, asked.incident)
  const isAsked = (one: Report) => one.id === asked.report && one.receivedAt === asked.receivedAt
  const report = own?.reports.find(isAsked) ?? incident?.reports.find(isAsked)
  return incident && report ? { incident, report } : null
}

/** What the bearer of a follow token is told; null when nothing is known of the report at all. */
export const followedView = async (
  asked: FollowedReport,
  board: Board,
  callOf: (report: ReportId) => Promise<KeptCall | null>,
  now: number,
): Promise<CitizenView | null> => {
  const found = followedOn(asked, board)
  if (found) return citizenView({ ...found, isShared: found.incident.reports.length > 1, profile: profileOf(board), now })
  const call = await callOf(asked.report)
  return call?.at === asked.receivedAt ? oldView(call, now) : null
}
