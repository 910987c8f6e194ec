import { recommender } from '../server/route/recommender.ts'
import { roadNet } from '../server/route/roadNet.ts'
import type { Fix } from '../server/route/standing.ts'
import { emptyBoard, incidentOf, type Board } from '../shared/domain/board/board.ts'
import { foldBoard } from '../shared/domain/board/fold.ts'
import type { DomainEvent, RecordedEvent } from '../shared/domain/event.ts'
import { distanceM, type Point } from '../shared/domain/geo/point.ts'
import { CommandId, IncidentId, ReportId, UnitId } from '../shared/domain/ids.ts'
import type { Incident } from '../shared/domain/incident/incident.ts'
import { Force, type Kind, type Taxonomy } from '../shared/domain/taxonomy/taxonomy.ts'
import type { Roads } from '../shared/domain/town/roads.ts'
import type { Town } from '../shared/domain/town/town.ts'
import { Vehicle } from '../shared/domain/unit/unitDefinition.ts'
import { exampleTown } from './exampleTown.ts'
import { quantile, type BenchRow } from './row.ts'

const unitCount = 2_000
const samples = 200
const now = Date.UTC(2026, 2, 2, 1)
const everyDay = [{ days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 0 }]

/** The same numbers each run. */
const chance = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** A chessboard of streets round the town's centre: as many nodes as a big town's map has. */
const bigRoads = ({ center }: Town, side: number): Roads => {
  const nodes = Array.from({ length: side * side }, (_, i): Point => [
    center[0] + ((i % side) - side / 2) * 0.0007,
    center[1] + (Math.floor(i / side) - side / 2) * 0.0006,
  ])
  const street = (a: number, b: number) => ({
    a,
    b,
    name: '',
    class: a % 9 === 0 ? ('primary' as const) : ('street' as const),
    oneway: a % 13 === 0,
    walkOnly: false,
  })
  const edges = nodes.flatMap((_, i) => [
    ...(i % side < side - 1 ? [street(i, i + 1)] : []),
    ...(i + side < nodes.length ? [street(i, i + side)] : []),
  ])
  return { nodes, edges }
}

/** A critical matter that wants six forces at once: the dearest question there is. */
const kind: Kind = {
  code: 'P99',
  nature: 'police',
  group: '',
  nameZh: '爆炸',
  nameEn: 'explosion',
  primaryForce: 'emergency',
  urgency: 'critical',
  supportForces: ['police', 'medical', 'utility', 'grid', 'urban'],
  cn110Codes: [],
  scope: '',
}
const taxonomy: Taxonomy = [kind]

const boardWith = (town: Town, random: () => number, spread: number): Board => {
  const scattered = (): Point => [town.center[0] + (random() - 0.5) * spread, town.center[1] + (random() - 0.5) * spread]
  const unit = (n: number): DomainEvent => {
    const id = UnitId.parse(`W${n + 1}`)
    const force = Force.options[n % 6] ?? 'grid'
    const vehicle = Vehicle.options[n % 5] ?? 'foot'
    return {
      type: 'unit.enrolled',
      unit: id,
      definition: { id, name: id, force, skills: [], grids: [], crew: 1, vehicle, home: scattered(), phone: null, roster: everyDay },
    }
  }
  const report = (n: number): DomainEvent => ({
    type: 'incident.reported',
    incident: IncidentId.parse(`E-${n + 1}`),
    report: {
      id: ReportId.parse(`R-${n + 1}`),
      channel: '110',
      outsideId: null,
      receivedAt: now,
      saidAt: null,
      text: '',
      caller: { name: null, phone: null },
      placeText: '',
      point: null,
      building: null,
      code110: null,
      photos: [],
    },
    assessment: {
      kind: kind.code,
      nature: 'police',
      urgency: 'critical',
      policeNeeded: true,
      critical: true,
      confidence: 1,
      alternatives: [],
      marks: [],
      reasons: [],
    },
    place: { text: '', point: scattered(), building: null, grid: null, community: null, source: 'person' },
    duplicates: [],
  })
  const events = [...Array.from({ length: unitCount }, (_, n) => unit(n)), ...Array.from({ length: samples }, (_, n) => report(n))]
  return foldBoard(
    emptyBoard(town.id),
    events.map((event, i): RecordedEvent => ({
      town: town.id,
      position: i + 1,
      at: now,
      by: { kind: 'clock' },
      origin: '',
      commandId: CommandId.parse('bench-command'),
      event,
    })),
  )
}

/** Time of our own on the processor, ms: what the answer takes on a machine without busy neighbours. */
const spentOn = (work: () => unknown): number => {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1_000
}

const measure = (town: Town, what: string, spread: number): readonly BenchRow[] => {
  const random = chance(7)
  const board = boardWith(town, random, spread)
  const fixes = new Map<string, Fix>()
  const net = roadNet(town)
  const { recommend } = recommender({ town, taxonomy, net, positionOf: (unit) => fixes.get(unit) })
  const scatter = () => {
    for (let n = 1; n <= unitCount; n++)
      fixes.set(`W${n}`, { point: [town.center[0] + (random() - 0.5) * spread, town.center[1] + (random() - 0.5) * spread], at: now })
  }
  const crow = (incident: Incident) =>
    [...fixes].map(([unit, fix]) => [unit, distanceM(fix.point, incident.place.point ?? town.center)] as const).sort((a, b) => a[1] - b[1])
  const spent = Array.from({ length: samples }, (_, n) => {
    const incident = incidentOf(board, IncidentId.parse(`E-${n + 1}`))
    if (!incident) throw new Error('Every sample has its incident')
    // Everybody has moved since the last question: no place on the net is remembered.
    scatter()
    return { ours: spentOn(() => recommend(incident, board, now)), crow: spentOn(() => crow(incident)) }
  })
  const ours = spent.map((one) => one.ours)
  const ceiling = spent.map((one) => one.crow)
  const note = `${samples} questions, ${unitCount.toLocaleString('en')} units of 6 forces all moved since the last, ${net.nodeCount.toLocaleString('en')} nodes; ceiling: the same units sorted by straight line; processor time`
  const row = (share: number, target: number | null): BenchRow => ({
    what: `recommend, ${what}, p${share * 100}`,
    measured: quantile(ours, share),
    unit: 'ms',
    target,
    ceiling: quantile(ceiling, share),
    note,
  })
  return [row(0.5, null), row(0.95, 50)]
}

/** How long a recommendation takes among 2,000 units: on the example town, and on a net of a big town's size. */
export const routeBench = async (): Promise<readonly BenchRow[]> => {
  const town = exampleTown()
  return [...measure(town, 'example town', 0.03), ...measure({ ...town, roads: bigRoads(town, 100) }, 'big town', 0.06)]
}
