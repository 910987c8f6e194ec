import { assertNever } from '../../shared/domain/assertNever.ts'
import type { DomainEvent } from '../../shared/domain/event.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import type { Changes } from '../../shared/domain/incident/events.ts'
import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { WallWish } from '../../shared/domain/wall/wall.ts'
import { dayTime, clockTime, metres } from './townTime.ts'
import { sayOf, speech, type Facts } from './words.ts'
import { domainWords } from './words/domain.ts'
import { eventPartWords, eventWords } from './words/event.ts'
import { refusalFieldWords } from './words/refusalFields.ts'

/** How the room calls what an event only numbers. */
export type Names = {
  readonly unit: (unit: UnitId) => string
  readonly kind: (kind: KindCode) => string
  readonly stage: (stage: string) => string
  /** A reason of the recommender, in words. */
  readonly why: (reason: string) => string
}

/** Everything the timeline can be narrowed to. */
export type EventGroup = 'report' | 'people' | 'notes' | 'units' | 'clock' | 'room'

const groups: Readonly<Record<DomainEvent['type'], EventGroup>> = {
  'incident.reported': 'report',
  'incident.taken': 'people',
  'incident.released': 'people',
  'incident.classified': 'people',
  'incident.amended': 'people',
  'incident.noted': 'notes',
  'incident.merged': 'people',
  'incident.unmerged': 'people',
  'duplicate.dismissed': 'people',
  'incident.transferred': 'people',
  'transfer.answered': 'people',
  'incident.whistled': 'people',
  'department.reportedIn': 'people',
  'incident.paused': 'clock',
  'incident.resumed': 'clock',
  'incident.closed': 'people',
  'incident.cancelled': 'people',
  'incident.reopened': 'people',
  'incident.rated': 'notes',
  'phone.revealed': 'people',
  'unit.assigned': 'units',
  'unit.accepted': 'units',
  'unit.departed': 'units',
  'unit.arrived': 'units',
  'unit.handling': 'units',
  'unit.resolved': 'units',
  'unit.returned': 'units',
  'unit.recalled': 'units',
  'photo.added': 'units',
  'help.asked': 'units',
  'help.answered': 'units',
  'unit.overdue': 'clock',
  'stage.warned': 'clock',
  'stage.breached': 'clock',
  'whistle.overdue': 'clock',
  'alarm.climbed': 'clock',
  'alarm.acknowledged': 'clock',
  'sos.raised': 'units',
  'sos.cleared': 'units',
  'sla.set': 'room',
  'thresholds.set': 'room',
  'unit.enrolled': 'room',
  'unit.dismissed': 'room',
  'roster.set': 'room',
  'duty.set': 'room',
  'shift.logged': 'room',
  'shift.handedOver': 'room',
  'wall.arranged': 'room',
  'wall.shown': 'room',
  'wall.removed': 'room',
  'audit.noted': 'room',
}

export const eventGroup = (type: DomainEvent['type']): EventGroup => groups[type]

type Speech = { readonly names: Names; readonly language: string }

const changed = (changes: Changes, { names, language }: Speech): string => {
  const part = sayOf(eventPartWords, language)
  const domain = sayOf(domainWords, language)
  const said = [
    changes.kind && part('change.kind', { text: names.kind(changes.kind) }),
    changes.nature && part('change.nature', { text: domain(`nature.${changes.nature}`) }),
    changes.urgency && part('change.urgency', { text: domain(`urgency.${changes.urgency}`) }),
    changes.policeNeeded !== undefined && part('change.policeNeeded', { text: part(changes.policeNeeded ? 'yes' : 'no') }),
    changes.place && part('change.place', { text: changes.place.text }),
  ]
  return said.filter(Boolean).join(language === 'en' ? ', ' : '，')
}

const wished = (wish: WallWish, { language }: Speech): string => {
  const part = sayOf(eventPartWords, language)
  if (wish.kind === 'incident') return wish.incident
  if (wish.kind === 'page') return part('wall.held', { text: sayOf(domainWords, language)(`wall.${wish.page}`) })
  return wish.from === null ? part('wall.turning') : part('wall.turningFrom', { text: sayOf(domainWords, language)(`wall.${wish.from}`) })
}

const factsOf = (event: DomainEvent, voice: Speech): Facts => {
  const { names, language } = voice
  const part = sayOf(eventPartWords, language)
  const domain = sayOf(domainWords, language)
  const list = (all: readonly string[]) => all.join(language === 'en' ? ', ' : '、')
  /** A part of the sentence that is left out when there is nothing to say. */
  const maybe = (key: 'order' | 'why' | 'note' | 'reason' | 'force', text: string) => (text === '' ? '' : part(key, { text }))
  switch (event.type) {
    case 'incident.reported':
      return { report: event.report.id, channel: domain(`channel.${event.report.channel}`), text: event.report.text }
    case 'incident.amended':
      return { changes: changed(event.changes, voice) }
    case 'incident.taken':
    case 'alarm.acknowledged':
      return { name: event.name }
    case 'incident.released':
    case 'incident.classified':
    case 'incident.resumed':
    case 'thresholds.set':
      return {}
    case 'incident.noted':
    case 'shift.logged':
      return { text: event.text }
    case 'audit.noted':
      return { subject: event.subject, text: event.text }
    case 'incident.merged':
      return { into: event.into }
    case 'incident.unmerged':
      return { from: event.from, reason: event.reason }
    case 'duplicate.dismissed':
      return { of: event.of }
    case 'incident.transferred':
      return { to: event.town ?? part(`to.${event.to}`), reason: event.reason }
    case 'transfer.answered':
      return { answer: part(event.accepted ? 'answer.yes' : 'answer.no'), note: maybe('note', event.note) }
    case 'incident.whistled':
      return { departments: list(event.departments), by: clockTime(event.dueAt), matter: event.matter }
    case 'department.reportedIn':
      return { department: event.department, person: event.person }
    case 'incident.paused':
    case 'incident.cancelled':
    case 'incident.reopened':
      return { reason: event.reason }
    case 'incident.closed':
      return { outcome: event.outcome, note: maybe('note', event.note) }
    case 'incident.rated':
      return { stars: event.stars, comment: maybe('note', event.comment) }
    case 'phone.revealed':
      return { report: event.report, purpose: maybe('note', event.purpose) }
    case 'unit.assigned':
      return {
        unit: names.unit(event.unit),
        role: part(event.lead ? 'lead' : 'support'),
        later: event.policeLater ? part('policeLater') : '',
        order: maybe('order', event.order),
        why: maybe('why', list(event.why.map(names.why))),
      }
    case 'unit.accepted':
    case 'unit.departed':
    case 'unit.handling':
    case 'unit.overdue':
    case 'photo.added':
    case 'roster.set':
    case 'sos.raised':
      return { unit: names.unit(event.unit) }
    case 'unit.enrolled':
      return { unit: `${event.definition.name} ${event.unit}` }
    case 'unit.arrived': {
      const { distanceM } = event.arrival
      return {
        unit: names.unit(event.unit),
        distance: distanceM === null ? part('distance.none') : part('distance', { text: metres(distanceM) }),
      }
    }
    case 'unit.resolved':
      return { unit: names.unit(event.unit), result: event.result }
    case 'unit.returned':
    case 'unit.recalled':
      return { unit: names.unit(event.unit), reason: event.reason }
    case 'unit.dismissed':
      return { unit: names.unit(event.unit), reason: maybe('reason', event.reason) }
    case 'help.asked':
      return {
        unit: names.unit(event.unit),
        number: event.count,
        force: maybe('force', event.force ? domain(`force.${event.force}`) : ''),
        reason: event.reason,
      }
    case 'help.answered':
    case 'sos.cleared':
      return { unit: names.unit(event.unit), note: maybe('note', event.note) }
    case 'stage.warned':
    case 'stage.breached':
      return { stage: names.stage(event.stage), due: clockTime(event.dueAt) }
    case 'whistle.overdue':
      return { departments: list(event.departments) }
    case 'alarm.climbed':
      return { level: sayOf(refusalFieldWords, language)(`level.${event.to}`) }
    case 'sla.set': {
      const profile = event.profiles.find((one) => one.id === event.inForce)
      return { profile: (language === 'en' ? profile?.nameEn : profile?.nameZh) ?? event.inForce }
    }
    case 'duty.set':
      return {
        unit: names.unit(event.unit),
        duty: part(event.isOn ? 'duty.on' : 'duty.off'),
        until: dayTime(event.until),
        reason: maybe('reason', event.reason),
      }
    case 'wall.arranged':
      return {
        wall: event.plan.name,
        pages: list(event.plan.pages.map((page) => domain(`wall.${page}`))),
        seconds: event.plan.secondsPerPage,
      }
    case 'wall.shown':
      return { wall: event.called, what: wished(event.wish, voice) }
    case 'wall.removed':
      return { wall: event.called }
    case 'shift.handedOver':
      return { to: event.to, note: event.note }
    default:
      return assertNever(event)
  }
}

/** What happened, in one sentence of the page's language or a given one. */
export const eventText = (event: DomainEvent, names: Names, language: string = speech.language): string =>
  sayOf(eventWords, language)(event.type, factsOf(event, { names, language }))
