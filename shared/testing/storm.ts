import fc from 'fast-check'
import { unitOf, type Board } from '../domain/board/board.ts'
import { values } from '../domain/board/table.ts'
import type { Command } from '../domain/command.ts'
import { PhotoId, type UnitId } from '../domain/ids.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { WallPage } from '../domain/wall/wall.ts'
import { aTaxonomy } from './aTaxonomy.ts'
import { aUnit } from './aUnit.ts'

/** One random thing somebody does: which, to what, and with which variation. */
export type Gust = { readonly what: number; readonly to: number; readonly how: number; readonly waitMs: number; readonly lateMs: number }

/** Random gusts; `longestWaitMs` is the most that passes between two. */
export const gusts = (longestWaitMs: number, maxLength = 120): fc.Arbitrary<readonly Gust[]> =>
  fc.array(
    fc.record({
      what: fc.nat(999),
      to: fc.nat(999),
      how: fc.nat(999),
      waitMs: fc.oneof(fc.nat(2_000), fc.nat(longestWaitMs)),
      lateMs: fc.oneof(fc.constant(0), fc.nat(120_000)),
    }),
    // Long from the first run: a storm of three gusts proves nothing.
    { minLength: Math.floor(maxLength / 2), maxLength, size: 'max' },
  )

const one = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]

const report = (how: number): Command => {
  const kind = one(aTaxonomy, how) ?? aTaxonomy[0]
  if (!kind) throw new Error('The taxonomy of tests has kinds')
  const { code, nature, urgency } = kind
  const policeNeeded = nature === 'police' || nature === 'joint'
  const critical = urgency === 'critical'
  return {
    type: 'incident.report',
    report: {
      channel: '110',
      outsideId: null,
      saidAt: null,
      text: `来电 ${how} 13812345678`,
      caller: { name: null, phone: '13812345678' },
      placeText: '临江路',
      point: null,
      building: null,
      code110: null,
      photos: [],
    },
    assessment: { kind: code, nature, urgency, policeNeeded, critical, confidence: 0.9, alternatives: [], marks: [], reasons: [] },
    place: { text: '临江路', point: [120.22, 30.24], building: null, grid: null, community: null, source: 'brain' },
    duplicates: [],
  }
}

const ofWalls = (board: Board, how: number): readonly Command[] => {
  const wall = one(board.walls, how)
  const incident = one([...values(board.incidents)], how)
  const pages = WallPage.options.slice(how % WallPage.options.length)
  const plan = { name: `屏${how % 4}`, pages, secondsPerPage: 10, theme: 'dark', language: 'zh-CN', hasSound: false } as const
  if (!wall) return [{ type: 'wall.arrange', wall: null, plan }]
  return [
    { type: 'wall.arrange', wall: how % 2 ? wall.id : null, plan },
    { type: 'wall.show', wall: wall.id, wish: { kind: 'page', page: one(WallPage.options, how) ?? 'map' } },
    { type: 'wall.show', wall: wall.id, wish: { kind: 'pages', from: null } },
    ...(incident ? [{ type: 'wall.show' as const, wall: wall.id, wish: { kind: 'incident' as const, incident: incident.id } }] : []),
    ...(how % 5 === 0 ? [{ type: 'wall.remove' as const, wall: wall.id }] : []),
  ]
}

const ofRoom = (board: Board, how: number): Command => {
  const unit = one([...values(board.units)], how)?.id ?? ('W1' as UnitId)
  const alarm = one([...values(board.alarms)], how)
  const commands: readonly Command[] = [
    { type: 'sos.raise', unit, point: null },
    { type: 'sos.clear', unit, note: '安全' },
    { type: 'duty.set', unit, isOn: how % 2 === 0, forMs: 60_000, reason: '' },
    { type: 'roster.set', unit, roster: [] },
    { type: 'units.dismiss', units: [unit], reason: `第 ${how} 次` },
    { type: 'units.enroll', definitions: [aUnit({ id: `W${(how % 6) + 1}`, crew: (how % 3) + 1 })] },
    { type: 'shift.log', text: `第 ${how} 条` },
    ...ofWalls(board, how),
    { type: 'sla.set', profiles: board.profiles, inForce: one(board.profiles, how)?.id ?? board.profileInForce },
    ...(alarm ? [{ type: 'alarm.acknowledge' as const, alarm: alarm.id }] : []),
  ]
  return one(commands, how) ?? { type: 'shift.log', text: '-' }
}

const ofIncident = (board: Board, { id: incident, urgency }: Incident, how: number): readonly Command[] => {
  const others = [...values(board.incidents)].map((other) => other.id)
  const units = [...values(board.units)].filter((unit) => unitOf(board, unit.id)?.task === null).map((unit) => unit.id)
  const sent = [one(units, how), one(units, how + 1)].filter(
    (unit, i, all): unit is UnitId => unit !== undefined && all.indexOf(unit) === i,
  )
  return [
    { type: 'incident.take', incident },
    { type: 'incident.release', incident },
    { type: 'incident.classify', incident },
    { type: 'incident.amend', incident, changes: { urgency: how % 2 ? 'high' : 'low' }, was: { urgency } },
    { type: 'incident.note', incident, text: `记 ${how}，电话 13912345678` },
    {
      type: 'units.assign',
      incident,
      orders: sent.map((unit, i) => ({ unit, lead: i === 0, order: '', callIn: true, why: [] })),
      policeLater: how % 3 > 0,
    },
    { type: 'units.assign', incident, orders: sent.slice(0, 1).map((unit) => ({ unit, lead: true, order: '', callIn: true, why: [] })) },
    { type: 'incidents.merge', into: incident, incidents: [one(others, how) ?? incident] },
    { type: 'incident.unmerge', incident, reason: '不是' },
    { type: 'incident.transfer', incident, to: how % 2 ? '12345' : '110', town: null, reason: '移交' },
    { type: 'transfer.answer', incident, accepted: how % 2 === 0, note: '' },
    { type: 'incident.whistle', incident, departments: ['区城管局'], matter: '联合' },
    { type: 'department.reportIn', incident, department: '区城管局', person: '钱工' },
    { type: 'incident.pause', incident, reason: '等' },
    { type: 'incident.resume', incident },
    { type: 'incident.close', incident, outcome: '已处置', note: '' },
    { type: 'incident.cancel', incident, reason: '误' },
    { type: 'incident.reopen', incident, reason: '又来' },
    { type: 'incident.rate', incident, stars: 5, comment: '' },
  ]
}

const ofAssignment = (incident: Incident, how: number): readonly Command[] => {
  const assignment = one(incident.assignments, how)
  if (!assignment) return []
  const about = { incident: incident.id, assignment: assignment.id }
  return [
    { type: 'unit.accept', ...about },
    { type: 'unit.depart', ...about },
    { type: 'unit.arrive', ...about, point: [120.221, 30.241] },
    { type: 'unit.handle', ...about },
    { type: 'unit.resolve', ...about, result: '办好', photos: [] },
    { type: 'unit.return', ...about, reason: '不归我' },
    { type: 'unit.recall', ...about, reason: '撤' },
    { type: 'unit.askHelp', ...about, force: null, count: 1, reason: '要人' },
    { type: 'help.answer', ...about, note: '' },
    { type: 'photo.add', ...about, photo: PhotoId.parse(String(how % 10).repeat(64)), point: null, takenAt: null },
  ]
}

/** What this gust says to a board: often lawful, sometimes refused. */
export const commandOf = (board: Board, { what, to, how }: Gust): Command => {
  const incident = one([...values(board.incidents)], to)
  if (!incident || what % 10 === 0) return report(how)
  if (what % 10 === 1) return ofRoom(board, how)
  const choices = [...ofAssignment(incident, how), ...ofAssignment(incident, how + 1), ...ofIncident(board, incident, how)]
  return one(choices, what) ?? report(how)
}
