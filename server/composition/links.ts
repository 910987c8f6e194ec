import type { Server as HttpServer } from 'node:http'
import type { EarlierCall } from '../../shared/contracts/console.ts'
import type { OpinionAnswer, OpinionLanguage } from '../../shared/contracts/opinion.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Place } from '../../shared/domain/incident/report.ts'
import type { Auth } from '../auth/auth.ts'
import type { Who } from '../auth/sessions.ts'
import { readTakenByPhone } from '../intake/operator/adapterOperator.ts'
import { consoleAnswers, type ConsoleTown } from '../link/consoleAnswers.ts'
import { consoleLink, type ConsoleSession } from '../link/consoleLink.ts'
import { eventQueue } from '../link/eventQueue.ts'
import { fieldLink } from '../link/fieldLink.ts'
import { knownPlaces } from './knownPlaces.ts'
import { malformedBy } from './malformedBy.ts'
import type { OpenTown } from './openTown.ts'
import { every, type Time } from './systemTime.ts'

type Needs = {
  readonly http: HttpServer
  readonly auth: Auth
  readonly towns: ReadonlyMap<TownId, OpenTown>
  readonly time: Time
  readonly pageOrigins: readonly string[]
  readonly earlierCalls: (town: TownId, incident: Incident) => Promise<readonly EarlierCall[]>
  readonly secondOpinion: (town: TownId, incident: Incident, language: OpinionLanguage) => Promise<OpinionAnswer>
  readonly rejects: (town: TownId) => Promise<number>
  /** How far the room's time is ahead of the machine's. */
  readonly clockAheadMs: () => number
  readonly onTrouble: (error: unknown, what: string) => void
}

/** Twice a second is faster than an eye follows a marker and slower than any phone reports. */
const positionsEveryMs = 500
const healthEveryMs = 5_000

const consoleTown = (room: OpenTown, needs: Needs): ConsoleTown => {
  const whyNoPlace = knownPlaces(room.town)
  /** Places come from the page, which has the town's file: one that it does not have is a mistake, or no page of ours. */
  const checked = async <T>(place: Place | null | undefined, go: () => Promise<T>) => {
    const refusal = place ? whyNoPlace(place) : null
    return refusal ? { ok: false as const, refusal } : go()
  }
  return {
    kept: room.desk.kept,
    // A page asks again with the same id when it was not answered, also after the server has been started anew.
    do: (command, asking) =>
      checked(command.type === 'incident.amend' ? command.changes.place : null, async () => {
        return (await room.desk.do(command, { ...asking, mayBeOld: true })).answer
      }),
    catchUp: room.tail.catchUp,
    eventAt: room.eventAt,
    history: room.history,
    recommend: (incident) => room.recommendFor(incident),
    earlierCalls: (incident) => needs.earlierCalls(room.town.id, incident),
    openQuestions: room.openQuestions,
    secondOpinion: (incident, language) => needs.secondOpinion(room.town.id, incident, language),
    positions: room.positions.all,
    findPlaces: room.findPlaces,
    takeCall: (call, asking) =>
      checked(call.place, async () => {
        const read = readTakenByPhone(call, asking.id)
        return read.ok ? room.bring(read.report, { ...asking, mayBeOld: true }) : malformedBy(read.problems)
      }),
  }
}

/** The sockets of consoles and field phones, fed by the towns. */
export const openLinks = (needs: Needs) => {
  const { http, auth, towns, time, pageOrigins, onTrouble } = needs
  const { now } = time
  const rooms = new Map([...towns].map(([id, town]) => [id, consoleTown(town, needs)]))
  const seatOf = (who: Who): ConsoleSession | null => {
    if (!who.ok || who.person.mustChange) return null
    const { id, name, role, town, session } = who.person
    const townName = towns.get(town)?.town.nameZh ?? town
    return { me: { id, name, role, town, townName, mustChangePassword: false }, session }
  }
  const console = consoleLink({
    http,
    now,
    letIn: async ({ by, token }) => {
      if (by === 'cookie') return seatOf(await auth.whoIs(token))
      const session = auth.tickets.take(token)
      return session === null ? null : seatOf(await auth.whoIsIn(session))
    },
    sessionOf: async (session) => seatOf(await auth.whoIsIn(session)),
    pageOrigins,
    answers: (presence) => consoleAnswers((town) => rooms.get(town), presence, now),
    onTrouble,
  })
  const field = fieldLink(console.io, {
    unitOf: async (token) => {
      const link = await auth.links.unitOf(token)
      return link.ok ? link : null
    },
    now,
  })

  for (const [id, room] of towns) {
    // A group commit keeps hundreds of events in one turn; a phone is woken once for all of them.
    const wakePhones = eventQueue((events) => {
      const units = new Set(events.flatMap(({ event }) => ('unit' in event ? [event.unit] : [])))
      const incidents = new Set(events.flatMap(({ event }) => ('incident' in event && event.incident !== null ? [event.incident] : [])))
      for (const unit of room.unitsOn(incidents)) units.add(unit)
      for (const unit of units) field.tasksChanged(id, unit)
    })
    room.desk.onKept((events) => {
      console.tellEvents(id, events)
      wakePhones.push(events)
      if (events.some(({ event }) => event.type === 'wall.removed')) void console.endDead()
    })
    room.onOffer((recommendation) => console.offer(id, recommendation))
  }

  auth.onRevoked((revoked) => {
    if (revoked.kind === 'session') void console.end({ session: revoked.session }, revoked.why)
    if (revoked.kind === 'link') void field.endDead()
  })

  const stopPositions = every(time, positionsEveryMs, () => {
    for (const [id, room] of towns) {
      const moved = room.positions.takeMoved()
      if (moved.length > 0) console.tellPositions(id, moved)
    }
  })

  const tellHealth = async () => {
    for (const [id, room] of towns) {
      const rejects = await needs.rejects(id)
      // A phone without a connection may still hand in its places: one whose place the room still believes is there.
      const oldBefore = now() - room.desk.board().thresholds.fixIsOldAfterMs
      const heard = room.positions.all().filter((fix) => fix.at > oldBefore)
      const heardOnly = heard.filter((fix) => !field.isOnline(id, fix.unit)).length
      console.tellHealth(id, {
        now: now(),
        rejects,
        consoles: console.count(id),
        unitsOnline: field.unitsOnline(id) + heardOnly,
        canKeep: room.desk.canKeep(),
        clockAheadMs: needs.clockAheadMs(),
      })
    }
  }
  // One at a time: a slow disk must not pile up questions about how slow it is.
  let telling: Promise<void> | null = null
  const stopHealth = every(time, healthEveryMs, () => {
    telling ??= tellHealth()
      .catch((error: unknown) => onTrouble(error, 'health'))
      .finally(() => void (telling = null))
  })

  return {
    console,
    connected: (town: TownId) => ({ consoles: console.count(town), phones: field.unitsOnline(town) }),
    close: async () => {
      stopPositions()
      stopHealth()
      await telling
      field.close()
      await console.close()
    },
  }
}
