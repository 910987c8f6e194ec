import { useCallback } from 'react'
import { SentId } from '../../shared/domain/ids.ts'
import type { ConsoleCommand } from '../../shared/domain/command.ts'
import { decide } from '../../shared/domain/decide/decide.ts'
import type { Situation } from '../../shared/domain/decide/ruling.ts'
import type { Answer, Refusal } from '../../shared/domain/refusal.ts'
import { mayDo } from '../../shared/domain/room/rights.ts'
import { NoAnswer } from '../feed/feed.ts'
import { randomId } from '../ui/randomId.ts'
import { noticed } from './noticeSlice.ts'
import { useRoom, type Room } from './room.tsx'
import { useRoomSelector } from './store.ts'

/** A new id for something this page asks; sent twice, it is done once. */
export const newCommandId = (): SentId => SentId.parse(randomId(crypto))

const tries = 3

const askUntilAnswered = async (room: Room, id: SentId, command: ConsoleCommand): Promise<Answer> => {
  for (let left = tries; ; left--) {
    try {
      return await room.feed.ask('command:do', { id, command })
    } catch (problem) {
      if (!(problem instanceof NoAnswer) || left <= 1) throw problem
    }
  }
}

/**
 * Says a command to the room. A refusal, or silence, becomes a notice with its reason; the answer is for
 * callers that go on from it. Null: nobody answered, and whether it was done is unknown.
 */
export const sendCommand = async (room: Room, command: ConsoleCommand, id: SentId = newCommandId()): Promise<Answer | null> => {
  const at = room.feed.now()
  try {
    const answer = await askUntilAnswered(room, id, command)
    if (!answer.ok) room.store.dispatch(noticed({ id, at, kind: 'refused', refusal: answer.refusal }))
    return answer
  } catch (problem) {
    if (!(problem instanceof NoAnswer)) throw problem
    room.store.dispatch(noticed({ id, at, kind: 'unanswered', command, commandId: id }))
    return null
  }
}

/** `sendCommand` for the room around. */
export const useSend = (): ((command: ConsoleCommand) => Promise<Answer | null>) => {
  const room = useRoom()
  return useCallback((command: ConsoleCommand) => sendCommand(room, command), [room])
}

/** What the shared `decide` would look at now, said by the person at this desk; null before the first catch-up. */
export const situationOf = ({ store, feed, me, taxonomy, town }: Room): Situation | null => {
  const { board } = store.getState()
  const by = { kind: 'person', id: me.id, name: me.name, role: me.role } as const
  return board && { board, now: feed.now(), by, taxonomy, departments: town.departments.map((department) => department.name) }
}

/** Why the room would refuse this now; null when it would not. `cannot-keep` also stands for a link that is cut. */
export const refusalOf = (room: Room, command: ConsoleCommand): Refusal | null => {
  const situation = situationOf(room)
  if (!situation || !room.feed.capabilities.canCommand) return { reason: 'no-right', command: command.type }
  if (!mayDo(room.me.role, command.type)) return { reason: 'no-right', command: command.type }
  const ruling = decide(situation, command)
  return ruling.ok ? null : ruling.refusal
}

const isSame = (a: Refusal | null, b: Refusal | null): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** `refusalOf`, kept up to date with the board; drawn again only when the answer is another. */
export const useRefusal = (command: ConsoleCommand): Refusal | null => {
  const room = useRoom()
  return useRoomSelector(() => refusalOf(room, command), isSame)
}
