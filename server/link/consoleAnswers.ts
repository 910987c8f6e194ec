import type { CatchUp, EarlierCall, OpenQuestion, PlaceCandidate, toServer } from '../../shared/contracts/console.ts'
import { encodePositions, type Position } from '../../shared/contracts/positions.ts'
import type { OpinionAnswer, OpinionLanguage } from '../../shared/contracts/opinion.ts'
import type { Me } from '../../shared/contracts/session.ts'
import type { Payload } from '../../shared/contracts/wire.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import { draftOf, emptyTable, values } from '../../shared/domain/board/table.ts'
import { incidentOf, wallOf, type Board } from '../../shared/domain/board/board.ts'
import type { Command } from '../../shared/domain/command.ts'
import { commandIdOf } from '../../shared/domain/commandIdOf.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { CommandId, IncidentId, SentId, TownId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Answer, Refusal } from '../../shared/domain/refusal.ts'
import { maskEvent } from '../../shared/domain/room/masked.ts'
import { isReadingOf } from '../../shared/domain/room/revealed.ts'
import { mayAsk, mayDo, mayWatch } from '../../shared/domain/room/rights.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import { followers, positionsOf, type ConsoleAnswers, type ConsoleAsker, type Presence } from './consoleLink.ts'
import { packBoard } from './packBoard.ts'

type Asking = { readonly id: CommandId; readonly by: Actor; readonly origin: string }

/** What an operator wrote down while the caller was on the line. */
type TakenCall = Omit<Payload<(typeof toServer)['report:bring']>, 'id'>

/** What a console may ask of its town. */
export type ConsoleTown = {
  readonly kept: () => Board
  readonly do: (command: Command, asking: Asking) => Promise<Answer>
  readonly catchUp: (after: number) => Promise<CatchUp>
  readonly eventAt: (position: number) => Promise<RecordedEvent | undefined>
  readonly history: (incident: IncidentId) => Promise<readonly RecordedEvent[]>
  readonly recommend: (incident: Incident) => Recommendation
  readonly earlierCalls: (incident: Incident) => Promise<readonly EarlierCall[]>
  readonly openQuestions: (incident: Incident) => readonly OpenQuestion[]
  readonly secondOpinion: (incident: Incident, language: OpinionLanguage) => Promise<OpinionAnswer>
  /** Where every unit was last believed to be. */
  readonly positions: () => readonly Position[]
  readonly findPlaces: (text: string) => readonly PlaceCandidate[]
  readonly takeCall: (call: TakenCall, asking: Asking) => Promise<{ ok: true; incident: IncidentId } | { ok: false; refusal: Refusal }>
}

const personOf = (me: Me): Actor => ({ kind: 'person', id: me.id, name: me.name, role: me.role })

const askingOf = ({ me, origin }: ConsoleAsker, id: SentId): Asking => ({
  id: commandIdOf({ door: 'console', account: me.id }, id),
  by: personOf(me),
  origin,
})

const noRight = (command: string) => ({ ok: false, refusal: { reason: 'no-right', command } }) as const

const usedBefore = { ok: false, refusal: { reason: 'malformed', field: 'id', problem: 'used for something else' } } as const

const unknown = (incident: IncidentId) => ({ ok: false, refusal: { reason: 'unknown-incident', incident } }) as const

/** What a socket said of itself is void once it has ended, which it may have while its word was looked up: it would be listed for ever. */
const isHere = (socket: ConsoleAsker['socket']): boolean => socket.connected

/** Units as those know them who keep their rosters: nobody's call for help, and not where it came from. */
const withoutCalls = (units: Board['units']): Board['units'] => {
  const draft = draftOf(units)
  for (const unit of values(units)) if (unit.sos) draft.set(unit.id, { ...unit, sos: null })
  return draft.done()
}

/** What each message of a console does. Who asks and what was said have been checked at the door. */
export const consoleAnswers = (
  townOf: (town: TownId) => ConsoleTown | undefined,
  { looks, walls }: Presence,
  now: () => number,
): ConsoleAnswers => {
  const place = ({ me }: ConsoleAsker): ConsoleTown => {
    const town = townOf(me.town)
    if (!town) throw new Error(`The town ${me.town} of ${me.id} is not open on this server`)
    return town
  }
  const sees = (asker: ConsoleAsker) => mayWatch(asker.me.role)
  const asks = (asker: ConsoleAsker) => mayAsk(asker.me.role)
  const incidentFor = (asker: ConsoleAsker, id: IncidentId) => (asks(asker) ? incidentOf(place(asker).kept(), id) : undefined)

  return {
    'command:do': async ({ id, command }, asker) => {
      if (!mayDo(asker.me.role, command.type)) return noRight(command.type)
      return place(asker).do(command, askingOf(asker, id))
    },
    'journal:follow': async ({ after }, asker) => {
      // An administrator keeps accounts and machines, and sees no callers.
      const town = place(asker)
      if (!sees(asker)) {
        const { incidents: _incidents, alarms: _alarms, shiftLog: _log, units, ...rest } = town.kept()
        const nothing = { incidents: emptyTable, alarms: emptyTable, shiftLog: [], units: withoutCalls(units) }
        return { kind: 'board', packed: await packBoard({ ...rest, ...nothing }), events: [], now: now() }
      }
      void asker.socket.join(followers(asker.me.town))
      return town.catchUp(after)
    },
    'incident:history': async ({ incident }, asker) => (asks(asker) ? (await place(asker).history(incident)).map(maskEvent) : []),
    'route:recommend': ({ incident }, asker) => {
      const found = incidentFor(asker, incident)
      return found ? { ok: true, recommendation: place(asker).recommend(found) } : unknown(incident)
    },
    'phone:reveal': async ({ id, incident, report, purpose }, asker) => {
      if (!mayDo(asker.me.role, 'phone.reveal')) return noRight('phone.reveal')
      const asking = askingOf(asker, id)
      const answer = await place(asker).do({ type: 'phone.reveal', incident, report, purpose }, asking)
      if (!answer.ok) return answer
      if (!isReadingOf(await place(asker).eventAt(answer.position), { incident, report, by: asking.by })) return usedBefore
      const phone = incidentFor(asker, incident)?.reports.find((one) => one.id === report)?.caller.phone ?? null
      return { ok: true, phone }
    },
    'calls:earlier': async ({ incident }, asker) => {
      const found = incidentFor(asker, incident)
      return found ? place(asker).earlierCalls(found) : []
    },
    'incident:questions': ({ incident }, asker) => {
      const found = incidentFor(asker, incident)
      return found && found.end === null ? place(asker).openQuestions(found) : []
    },
    'opinion:ask': async ({ incident, language }, asker) => {
      if (!mayDo(asker.me.role, 'incident.amend')) return noRight('opinion:ask')
      const found = incidentFor(asker, incident)
      return found ? { ok: true, answer: await place(asker).secondOpinion(found, language) } : unknown(incident)
    },
    'place:search': ({ text }, asker) => (asks(asker) ? place(asker).findPlaces(text) : []),
    'presence:look': ({ incident }, { me, socket }) => {
      if (me.role !== 'wall' && isHere(socket)) looks.look(socket.id, me.town, incident && { account: me.id, name: me.name, incident })
    },
    'presence:wall': ({ wall }, asker) => {
      const { me, socket } = asker
      // A wall that came by its pass is that wall, whatever it says.
      if (me.role === 'wall' || !sees(asker) || !isHere(socket)) return
      walls.hang(socket.id, me.town, wall && (wallOf(place(asker).kept(), wall)?.id ?? null))
    },
    'positions:want': async ({ want }, asker) => {
      const { me, socket } = asker
      if (!sees(asker)) return
      if (!want) return void socket.leave(positionsOf(me.town))
      await socket.join(positionsOf(me.town))
      socket.emit('positions:moved', encodePositions(place(asker).positions()))
    },
    'report:bring': async ({ id, ...call }, asker) =>
      mayDo(asker.me.role, 'incident.take') ? place(asker).takeCall(call, askingOf(asker, id)) : noRight('report:bring'),
  }
}
