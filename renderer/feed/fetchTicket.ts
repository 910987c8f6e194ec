import type { SocketTicket } from '../../shared/contracts/session.ts'
import { http } from './http.ts'

export type TicketAnswer =
  { readonly ok: true; readonly ticket: string } | { readonly ok: false; readonly why: 'unreachable' | 'signed-out' }

/** A new ticket for one handshake. Only who is told that nobody is signed in is signed out; any other trouble may pass. */
export const fetchTicket = async (): Promise<TicketAnswer> => {
  const answer = await http<SocketTicket | null>('POST', '/api/session/ticket')
  if (answer.ok) return answer.value ? { ok: true, ticket: answer.value.ticket } : { ok: false, why: 'unreachable' }
  const isOver = answer.kind === 'refused' && (answer.status === 401 || answer.status === 403)
  return { ok: false, why: isOver ? 'signed-out' : 'unreachable' }
}
