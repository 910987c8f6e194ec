import { values } from '../../../shared/domain/board/table.ts'
import type { Board } from '../../../shared/domain/board/board.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { isOpen } from '../../../shared/domain/incident/incident.ts'
import { alarmList } from '../../board/alarmList.ts'
import { isWaiting } from '../../board/waitingReports.ts'

/** Shorter away than this nobody is asked: a person who fetched a tea has handed over nothing. */
export const askAfterMs = 10 * 60_000

/** What happened while nobody sat here. */
export type AwayFacts = {
  /** Reports that came meanwhile, and how many of these still wait for somebody. */
  readonly reports: number
  readonly waiting: number
  /** Incidents with a limit that passed meanwhile, and calls of units in danger, unacknowledged and this person's to hear. */
  readonly overdue: number
  readonly sos: number
  /** What this person has in hand. */
  readonly inHand: number
}

export const awayFacts = (board: Board, since: number, { id, role }: { readonly id: AccountId; readonly role: Role }): AwayFacts => {
  const all = [...values(board.incidents)]
  const came = all.filter((incident) => incident.openedAt >= since)
  const raised = alarmList(board, role).mine.filter((alarm) => alarm.raisedAt >= since)
  return {
    reports: came.length,
    waiting: came.filter(isWaiting).length,
    overdue: new Set(raised.flatMap(({ cause, incident }) => (cause.kind === 'limit' ? [incident] : []))).size,
    sos: raised.filter(({ cause }) => cause.kind === 'sos').length,
    inHand: all.filter((incident) => isOpen(incident) && incident.holder?.id === id).length,
  }
}
