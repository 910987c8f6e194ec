import { join } from 'node:path'
import { emptyBoard, type Board } from '../shared/domain/board/board.ts'
import { foldBoard } from '../shared/domain/board/fold.ts'
import type { DomainEvent, RecordedEvent } from '../shared/domain/event.ts'
import { storedEvent, subjectOf } from '../shared/domain/event.ts'
import { AssignmentId, CommandId, IncidentId, ReportId, UnitId, type TownId } from '../shared/domain/ids.ts'
import type { Actor } from '../shared/domain/actor.ts'
import { readSecret, systemRandom } from '../server/auth/secret.ts'
import { systemTime } from '../server/composition/systemTime.ts'
import { openHistory } from '../server/history/history.ts'
import { openKnex } from '../server/journal/database.ts'
import { snapshotOf } from '../server/dispatch/openBoard.ts'
import { sqliteJournal } from '../server/journal/sqliteJournal.ts'

const by: Actor = { kind: 'channel', channel: '110' }

/** The whole life of one incident: eight events over some ten minutes. */
const lifeOf = (n: number): readonly DomainEvent[] => {
  const incident = IncidentId.parse(`E-${1001 + n}`)
  const unit = UnitId.parse(`W${1 + (n % 120)}`)
  const about = { incident, assignment: AssignmentId.parse(`${incident}/1`), unit }
  return [
    {
      type: 'incident.reported',
      incident,
      report: {
        id: ReportId.parse(`R-${n + 1}`),
        channel: '110',
        outsideId: `330102${n}`,
        receivedAt: 0,
        saidAt: null,
        text: '楼上半夜装修，电钻声音很大，孩子睡不着，打电话给物业没有人管，要求派人来看一下。',
        caller: { name: '张女士', phone: '13800001234' },
        placeText: '钱江路58号',
        point: [120.215, 30.255],
        building: null,
        code110: null,
        photos: [],
      },
      assessment: {
        kind: 'C03',
        nature: 'civil',
        urgency: 'low',
        policeNeeded: false,
        critical: false,
        confidence: 0.8,
        alternatives: [{ kind: 'C02', confidence: 0.1 }],
        marks: [{ start: 4, end: 6, tone: 'kind' }],
        reasons: ['words:装修 电钻'],
      },
      place: { text: '钱江路58号', point: [120.215, 30.255], building: null, grid: null, community: null, source: 'channel' },
      duplicates: [],
    },
    { type: 'incident.classified', incident },
    { type: 'unit.assigned', ...about, force: 'urban', lead: true, order: '请到现场劝阻', why: ['nearest'] },
    { type: 'unit.accepted', ...about },
    { type: 'unit.departed', ...about },
    { type: 'unit.arrived', ...about, arrival: { point: [120.215, 30.255], distanceM: 12 } },
    { type: 'unit.resolved', ...about, result: '已劝阻，对方停止施工', photos: [] },
    { type: 'incident.closed', incident, outcome: '已处置', note: '' },
  ]
}

/** So many events as a town would have kept them over the past months, up to about `endAt`. */
export const grownEvents = function* (town: TownId, wanted: number, endAt: number): Generator<RecordedEvent> {
  const perIncident = 8
  const everyMs = 4_000
  const startAt = endAt - wanted * everyMs
  for (let position = 1; position <= wanted; position += 1) {
    const life = lifeOf(Math.floor((position - 1) / perIncident))
    const event = life[(position - 1) % perIncident] as DomainEvent
    yield {
      town,
      position,
      at: startAt + position * everyMs,
      by,
      origin: 'bench',
      commandId: CommandId.parse(`grown-event:${position}`),
      event,
    }
  }
}

/** Writes them into the journal of a data folder, with the snapshot that a server would have left some thousand events ago. */
export const growJournal = async (data: string, town: TownId, wanted: number, endAt: number): Promise<Board> => {
  const journal = await sqliteJournal<DomainEvent>({ file: join(data, 'journal.db'), eventOf: storedEvent })
  let board = emptyBoard(town)
  let batch: RecordedEvent[] = []
  const write = async () => {
    const lines = batch.map(({ town: _town, position: _position, ...line }) => ({ ...line, subject: subjectOf(line.event) }))
    await journal.append(town, board.position, lines)
    const before = board.position
    board = foldBoard(board, batch)
    const isSnapshotDue = Math.floor(before / 20_000) !== Math.floor(board.position / 20_000) && board.position < wanted
    if (isSnapshotDue) await journal.saveSnapshot(town, await snapshotOf(board))
    batch = []
  }
  for (const event of grownEvents(town, wanted, endAt)) {
    batch.push(event)
    if (batch.length === 2_000) await write()
  }
  if (batch.length > 0) await write()
  await journal.close()
  return board
}

/** Lets the table of earlier calls catch up, as it would have while the room worked. */
export const followedByHistory = async (data: string, town: TownId): Promise<void> => {
  const journal = await sqliteJournal<DomainEvent>({ file: join(data, 'journal.db'), eventOf: storedEvent })
  const knex = openKnex(join(data, 'room.db'))
  const secret = await readSecret(join(data, 'secret'), systemRandom)
  const history = await openHistory({ knex, secret, setTimer: systemTime.setTimer, onTrouble: (error) => console.error(error) })
  await history.follow(town, (after, limit) => journal.read(town, after, limit)).caughtUp
  await knex.destroy()
  await journal.close()
}

/** A busy town: so many units on the roster, so many incidents open, every fifth with a unit on it. */
export const growBusyTown = async (data: string, town: TownId, units: number, incidents: number, at: number): Promise<void> => {
  const journal = await sqliteJournal<DomainEvent>({ file: join(data, 'journal.db'), eventOf: storedEvent })
  const definition = {
    name: '网格员',
    force: 'grid',
    skills: [],
    grids: [],
    crew: 1,
    vehicle: 'ebike',
    home: [120.215, 30.255],
    phone: null,
    roster: [{ days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 0 }],
  } as const
  const enrolled = Array.from({ length: units }, (_, i): DomainEvent => {
    const unit = UnitId.parse(`Z${i + 1}`)
    return { type: 'unit.enrolled', unit, definition: { ...definition, id: unit } }
  })
  const opened = Array.from({ length: incidents }, (_, n): readonly DomainEvent[] => {
    const [reported, classified, assigned] = lifeOf(n) as readonly [
      DomainEvent,
      DomainEvent,
      Extract<DomainEvent, { type: 'unit.assigned' }>,
    ]
    return n % 5 === 0 && n / 5 < units
      ? [reported, classified, { ...assigned, unit: UnitId.parse(`Z${n / 5 + 1}`) }]
      : [reported, classified]
  }).flat()
  const all = [...enrolled, ...opened]
  for (let first = 0; first < all.length; first += 2_000) {
    const lines = all.slice(first, first + 2_000).map((event, i) => ({
      at,
      by,
      origin: 'bench',
      commandId: CommandId.parse(`busy-event:${first + i}`),
      subject: subjectOf(event),
      event,
    }))
    await journal.append(town, first, lines)
  }
  await journal.close()
}
