import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** How a room stands at one instant. */
export type RoomFigures = {
  readonly town: string
  readonly openIncidents: number
  /** Alarms that nobody has acknowledged. */
  readonly standingAlarms: number
  readonly consoles: number
  readonly phones: number
  readonly canKeep: boolean
}

/** The server's figures: told what happens, asked by whoever watches the machine. Labels are closed lists; no person, place or number is among them. */
export type Metrics = {
  readonly kept: (town: string, events: number) => void
  readonly reported: (town: string, channel: string) => void
  readonly rejected: (town: string, channel: string) => void
  /** `ok`, or the reason of the refusal. */
  readonly answered: (town: string, outcome: string) => void
  /** How long a durable append took. */
  readonly appended: (tookMs: number) => void
  /** Where to read how the rooms stand; read at each question only. */
  readonly roomsAre: (read: () => readonly RoomFigures[]) => void
  readonly contentType: string
  readonly text: () => Promise<string>
}

/** A flush takes a few ms; seconds mean that the disk is in trouble. */
const appendBucketsS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

const gauges: readonly (readonly [name: string, help: string, read: (room: RoomFigures) => number])[] = [
  ['incidents_open', '未结事件 · incidents that are open', (room) => room.openIncidents],
  ['alarms_standing', '无人确认的提醒 · alarms that nobody has acknowledged', (room) => room.standingAlarms],
  ['consoles_connected', '在线的指挥台 · consoles connected', (room) => room.consoles],
  ['field_phones_connected', '在线的手脚手机 · units with a phone connected', (room) => room.phones],
  ['can_keep', '1：能落盘 · 1 while the journal can keep what happens', (room) => (room.canKeep ? 1 : 0)],
]

/** Figures in a registry of their own, so that two servers in one process do not count together. */
export const openMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `xiaonao_${name}_total`, help, labelNames, registers })
  const events = counter('events_appended', '已落盘的记录 · events kept since the start', ['town'])
  const commands = counter('commands', '指令及结果 · commands by outcome since the start, the room’s own among them', ['town', 'outcome'])
  const reports = counter('reports', '各通道来报 · reports by channel since the start', ['town', 'channel'])
  const rejects = counter('forms_rejected', '被拒收的表单 · forms refused for what was in them', ['town', 'channel'])
  const appends = new Histogram({
    name: 'xiaonao_journal_append_seconds',
    help: '落盘耗时 · from handing events to the journal until they are durable',
    buckets: appendBucketsS,
    registers,
  })

  let rooms: () => readonly RoomFigures[] = () => []
  for (const [name, help, read] of gauges) {
    const gauge = new Gauge({
      name: `xiaonao_${name}`,
      help,
      labelNames: ['town'],
      registers,
      collect: () => rooms().forEach((room) => gauge.set({ town: room.town }, read(room))),
    })
  }

  // What the process uses is watched from the first question on: a room that nobody watches pays nothing for it.
  let isWatched = false
  return {
    kept: (town, count) => events.inc({ town }, count),
    reported: (town, channel) => reports.inc({ town, channel }),
    rejected: (town, channel) => rejects.inc({ town, channel }),
    answered: (town, outcome) => commands.inc({ town, outcome }),
    appended: (tookMs) => appends.observe(tookMs / 1_000),
    roomsAre: (read) => void (rooms = read),
    contentType: registry.contentType,
    text: () => {
      if (!isWatched) collectDefaultMetrics({ register: registry })
      isWatched = true
      return registry.metrics()
    },
  }
}
