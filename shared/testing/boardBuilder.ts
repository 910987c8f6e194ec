import type { Actor } from '../domain/actor.ts'
import { emptyBoard, type Board } from '../domain/board/board.ts'
import { foldBoard } from '../domain/board/fold.ts'
import type { Command, IncomingReport } from '../domain/command.ts'
import { decide } from '../domain/decide/decide.ts'
import type { RecordedEvent } from '../domain/event.ts'
import { AccountId, CommandId, TownId, type IncidentId, type UnitId } from '../domain/ids.ts'
import type { DuplicateCandidate } from '../domain/incident/incident.ts'
import type { Assessment, Place } from '../domain/incident/report.ts'
import type { Taxonomy } from '../domain/taxonomy/taxonomy.ts'
import { aTaxonomy } from './aTaxonomy.ts'
import { aUnit, type UnitWish } from './aUnit.ts'

/** 2026-03-02 09:00 in China, a Monday: every unit built here is on shift. */
export const aMorning = Date.UTC(2026, 2, 2, 1)

export const liWei: Actor & { kind: 'person' } = { kind: 'person', id: AccountId.parse('liwei'), name: '李伟', role: 'operator' }
export const wangFang: Actor & { kind: 'person' } = { kind: 'person', id: AccountId.parse('wangfang'), name: '王芳', role: 'supervisor' }

export type ReportWish = {
  readonly text?: string
  readonly report?: Partial<IncomingReport>
  readonly assessment?: Partial<Assessment>
  readonly place?: Partial<Place>
  readonly duplicates?: readonly DuplicateCandidate[]
}

const reportOf = ({ text, report }: ReportWish): IncomingReport => ({
  channel: '110',
  outsideId: null,
  saidAt: null,
  text: text ?? '楼下烧烤店半夜还在放音乐，吵得睡不着',
  caller: { name: '陈女士', phone: '138****5678' },
  placeText: '临江路42号',
  point: null,
  building: null,
  code110: null,
  photos: [],
  ...report,
})

const assessmentOf = (taxonomy: Taxonomy, wish: Partial<Assessment> = {}): Assessment => {
  const kind = taxonomy.find((one) => one.code === (wish.kind ?? 'C02'))
  const urgency = wish.urgency ?? kind?.urgency ?? 'low'
  const nature = wish.nature ?? kind?.nature ?? 'civil'
  const asked = {
    kind: kind?.code ?? 'C02',
    nature,
    urgency,
    policeNeeded: nature === 'police' || nature === 'joint',
    critical: urgency === 'critical',
  }
  return { ...asked, confidence: 0.9, alternatives: [], marks: [], reasons: ['words'], ...wish }
}

const placeOf = (wish: Partial<Place> = {}): Place => ({
  text: '临江路42号 钱潮露台',
  point: [120.2227, 30.2437],
  building: null,
  grid: null,
  community: null,
  source: 'brain',
  ...wish,
})

/** A town's story for tests: what people say becomes events by the real `decide` and a board by the real fold. */
export type BoardBuilder = {
  /** Lets time pass, ms. */
  readonly wait: (ms: number) => BoardBuilder
  readonly units: (...wishes: readonly UnitWish[]) => BoardBuilder
  /** A report comes in; its incident. */
  readonly report: (wish?: ReportWish) => IncidentId
  /** Says a command; throws when it is refused. Its events. */
  readonly say: (command: Command, by?: Actor) => readonly RecordedEvent[]
  /** Sends units with an empty order; the first leads. */
  readonly send: (incident: IncidentId, ...units: readonly UnitId[]) => readonly RecordedEvent[]
  readonly board: () => Board
  readonly events: () => readonly RecordedEvent[]
  readonly now: () => number
}

export const boardBuilder = (start: number = aMorning, taxonomy: Taxonomy = aTaxonomy): BoardBuilder => {
  let now = start
  let board = emptyBoard(TownId.parse('sijijiang'))
  const told: RecordedEvent[] = []

  const say = (command: Command, by: Actor = liWei): readonly RecordedEvent[] => {
    const ruling = decide({ board, now, by, taxonomy, departments: ['区应急管理局', '区城管局'] }, command)
    if (!ruling.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(ruling.refusal)}`)
    const commandId = CommandId.parse(`command-${told.length + 1}`)
    const { town, position } = board
    const events = ruling.events.map((event, i): RecordedEvent => ({
      town,
      position: position + i + 1,
      at: now,
      by,
      origin: '',
      commandId,
      event,
    }))
    board = foldBoard(board, events)
    told.push(...events)
    return events
  }

  const builder: BoardBuilder = {
    wait: (ms) => {
      now += ms
      return builder
    },
    units: (...wishes) => {
      say({ type: 'units.enroll', definitions: wishes.map(aUnit) }, { kind: 'clock' })
      return builder
    },
    report: (wish = {}) => {
      const { duplicates = [] } = wish
      const report = reportOf(wish)
      const command: Command = {
        type: 'incident.report',
        report,
        assessment: assessmentOf(taxonomy, wish.assessment),
        place: placeOf(wish.place),
        duplicates,
      }
      const [recorded] = say(command, { kind: 'channel', channel: report.channel })
      if (recorded?.event.type !== 'incident.reported') throw new Error('A report always becomes an incident')
      return recorded.event.incident
    },
    say,
    send: (incident, ...units) =>
      say({
        type: 'units.assign',
        incident,
        orders: units.map((unit, i) => ({ unit, lead: i === 0, order: '', callIn: true, why: [] })),
        policeLater: true,
      }),
    board: () => board,
    events: () => told,
    now: () => now,
  }
  return builder
}
