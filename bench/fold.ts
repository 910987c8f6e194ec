import { emptyBoard, type Board } from '../shared/domain/board/board.ts'
import { foldBoard } from '../shared/domain/board/fold.ts'
import type { DomainEvent, RecordedEvent } from '../shared/domain/event.ts'
import { AccountId, AssignmentId, CommandId, IncidentId, ReportId, TownId, UnitId } from '../shared/domain/ids.ts'
import { middleOf, type BenchRow } from './row.ts'

const runs = 3
const eventCount = 1_000_000
/** A start reads the journal in pages of this many events. */
const pageEvents = 5_000
const unitCount = 600
const town = TownId.parse('siji')
const start = Date.UTC(2026, 0, 5)
/** One event in two seconds: 23 days of a busy town, so that three days of ended incidents are on the board. */
const everyMs = 2_000

const place = {
  text: '临江路42号',
  point: [120.2227, 30.2437] as const,
  building: null,
  grid: null,
  community: null,
  source: 'brain' as const,
}
const assessment = {
  kind: 'C02',
  nature: 'civil' as const,
  urgency: 'low' as const,
  policeNeeded: false,
  critical: false,
  confidence: 0.91,
  alternatives: [],
  marks: [],
  reasons: ['words'],
}

/** The life of one incident: eleven events as a quiet case leaves them. */
const lifeOf = (n: number): readonly DomainEvent[] => {
  const incident = IncidentId.parse(`E-${1_001 + n}`)
  const about = { incident, assignment: AssignmentId.parse(`${incident}/1`), unit: UnitId.parse(`W${1 + (n % unitCount)}`) }
  const report = {
    id: ReportId.parse(`R-${n + 1}`),
    channel: '110' as const,
    outsideId: null,
    receivedAt: start,
    saidAt: null,
    text: '楼下烧烤店半夜还在放音乐，吵得睡不着',
    caller: { name: '陈女士', phone: '13800000000' },
    placeText: '临江路42号',
    point: null,
    building: null,
    code110: null,
    photos: [],
  }
  return [
    { type: 'incident.reported', incident, report, assessment, place, duplicates: [] },
    { type: 'incident.taken', incident, by: AccountId.parse('liwei'), name: '李伟' },
    { type: 'incident.classified', incident },
    { type: 'unit.assigned', ...about, force: 'grid', lead: true, order: '', why: ['nearest'] },
    { type: 'unit.accepted', ...about },
    { type: 'unit.departed', ...about },
    { type: 'unit.arrived', ...about, arrival: { point: null, distanceM: null } },
    { type: 'stage.breached', incident, stage: 'scene', dueAt: start, alarm: `${incident}:limit:scene` as never },
    { type: 'unit.handling', ...about },
    { type: 'unit.resolved', ...about, result: '已劝停', photos: [] },
    { type: 'incident.closed', incident, outcome: '已处置', note: '' },
  ]
}

/** Fifty incidents run beside each other, as in a room; the journal is a braid of their lives. */
const pages = function* (): Generator<readonly RecordedEvent[]> {
  const by = { kind: 'clock' } as const
  let position = 0
  let page: RecordedEvent[] = []
  for (let first = 0; position < eventCount; first += 50) {
    const lives = Array.from({ length: 50 }, (_, i) => lifeOf(first + i))
    const braid = Array.from({ length: 11 }, (_, step) => lives.map((life) => life[step] as DomainEvent)).flat()
    for (const event of braid) {
      position += 1
      page.push({ town, position, at: start + position * everyMs, by, origin: '', commandId: CommandId.parse('bench-command'), event })
      if (page.length < pageEvents && position < eventCount) continue
      yield page
      page = []
      if (position >= eventCount) return
    }
  }
}

/** Time of our own on the processor: neighbours on the machine do not count. Collecting garbage does. */
const timed = <T>(work: () => T): readonly [T, number] => {
  const from = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(from)
  return [done, (user + system) / 1_000]
}

const once = () => {
  let board: Board = emptyBoard(town)
  let [foldMs, parseMs] = [0, 0]
  for (const page of pages()) {
    const text = JSON.stringify(page)
    const [parsed, forParsing] = timed(() => JSON.parse(text) as readonly RecordedEvent[])
    const [next, forFolding] = timed(() => foldBoard(board, parsed))
    board = next
    parseMs += forParsing
    foldMs += forFolding
  }
  if (board.position !== eventCount) throw new Error(`Folded ${board.position} of ${eventCount} events`)
  return { foldMs, parseMs, incidents: board.incidents.size }
}

/** How long a restart folds: a million events in pages, beside parsing the very same pages. */
export const foldBench = async (): Promise<readonly BenchRow[]> => {
  const all = Array.from({ length: runs }, once)
  const fold = middleOf(all.map((run) => run.foldMs / 1_000))
  const parse = middleOf(all.map((run) => run.parseMs / 1_000))
  const note = `${fold.spread}; in pages of ${pageEvents}, ${all[0]?.incidents.toLocaleString('en')} incidents on the last board; processor time; ceiling: JSON.parse of the same pages (${parse.spread})`
  return [{ what: 'fold 1,000,000 events', measured: fold.median, unit: 's', target: 5, ceiling: parse.median, note }]
}
