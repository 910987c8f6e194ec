import { setTimeout as after } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import type { CatchUp } from '../shared/contracts/console.ts'
import { protocolVersion } from '../shared/contracts/version.ts'
import type { RecordedEvent } from '../shared/domain/event.ts'
import type { Answer } from '../shared/domain/refusal.ts'
import type { SlaProfile } from '../shared/domain/sla/profile.ts'
import { benchId, benchPassword } from './benchRoom.ts'
import { unpackBoard } from './unpackBoard.ts'

/** The shortest limits there can be: what stands open is over all of them in a second, and at the top of the ladder in ten more. */
const hurried = (profile: SlaProfile): SlaProfile => ({
  ...profile,
  acceptWithinMs: 5_000,
  climbEveryMs: 5_000,
  stages: profile.stages.map((stage) => ({ ...stage, limitMs: 1_000, warnBeforeMs: 0 })),
})

/** Longer than an alarm waits on one step of the ladder: after such a silence nothing more is to come. */
const silenceMs = 12_000

/** A session's cookie, as the sign-in page gets it. */
export const cookieFor = async (address: string, account: string): Promise<string> => {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xiaonao': '1' },
    body: JSON.stringify({ account, password: benchPassword }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

export const openSocket = (address: string, cookie: string): Socket =>
  io(address, { transports: ['websocket'], forceNew: true, auth: { protocol: protocolVersion }, extraHeaders: { cookie } })

/**
 * Lets every limit of everything open pass, and every alarm climb to the top, as at the end of an evening
 * that nobody could answer; then the limits are what they were. Answers how many alarms stand.
 */
export const breachEverything = async (address: string): Promise<number> => {
  const socket = openSocket(address, await cookieFor(address, 'supervisor1'))
  let alarms = 0
  let heardAt = 0
  socket.on('journal:events', (events: readonly RecordedEvent[]) => {
    heardAt = performance.now()
    alarms += events.filter(({ event }) => event.type === 'stage.breached' || event.type === 'unit.overdue').length
  })
  const caught = (await socket.emitWithAck('journal:follow', { after: 0 })) as CatchUp
  if (caught.kind !== 'board') throw new Error('A console at position 0 is given a board')
  const { profiles, profileInForce } = unpackBoard(caught.packed)
  const set = async (wanted: readonly SlaProfile[]) => {
    const command = { type: 'sla.set', profiles: wanted, inForce: profileInForce }
    const answer = (await socket.emitWithAck('command:do', { id: benchId(), command })) as Answer
    if (!answer.ok) throw new Error(`The limits of the bench were refused: ${JSON.stringify(answer.refusal)}`)
  }
  await set(profiles.map(hurried))
  heardAt = performance.now()
  while (performance.now() - heardAt < silenceMs) await after(500)
  await set(profiles)
  socket.disconnect()
  return alarms
}
