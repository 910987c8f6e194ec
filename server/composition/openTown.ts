import type { Knex } from 'knex'
import type { Actor } from '../../shared/domain/actor.ts'
import { incidentOf, unitOf, wallOf } from '../../shared/domain/board/board.ts'
import type { Command, IncomingReport } from '../../shared/domain/command.ts'
import { commandIdOf } from '../../shared/domain/commandIdOf.ts'
import type { DomainEvent, RecordedEvent } from '../../shared/domain/event.ts'
import type { BuildingId, IncidentId, UnitId, WallId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import { slaClock, type SlaClock } from '../clock/slaClock.ts'
import { reportBringer, type Bringing } from '../dispatch/bringReport.ts'
import { dispatcher } from '../dispatch/dispatcher.ts'
import { openBoard } from '../dispatch/openBoard.ts'
import { wholeHistory } from '../dispatch/wholeHistory.ts'
import { duplicateFinder } from '../duplicates/duplicateFinder.ts'
import type { Journal } from '../journal/journal.ts'
import { journalTail } from '../link/followJournal.ts'
import { positionStore } from '../positions/positionStore.ts'
import { trackTable } from '../positions/trackTable.ts'
import { recommender } from '../route/recommender.ts'
import { roadNet } from '../route/roadNet.ts'
import type { RunTraining } from '../teach/training.ts'
import { keepOf, snapshotter } from './keepTown.ts'
import { callerWatch } from './callerWatch.ts'
import { duplicateWatch } from './duplicateWatch.ts'
import { enrollTown } from './enrollTown.ts'
import type { TownFiles } from './townFiles.ts'
import { every, type Time } from './systemTime.ts'
import { teachTown } from './teach/teachTown.ts'
import { understanding } from './understanding.ts'

type Needs = TownFiles & {
  readonly resources: string
  /** The data folder's part with the models that rooms have trained. */
  readonly models: string
  readonly runTraining: RunTraining
  readonly journal: Journal<DomainEvent>
  readonly knex: Knex
  readonly time: Time
  readonly onTrouble: (error: unknown, what: string) => void
}

type EarlierMatters = (phone: string | null) => Promise<readonly BuildingId[]>

export type OpenTown = Awaited<ReturnType<typeof openTown>>

const clockActor: Actor = { kind: 'clock' }

/** How long a unit's way is kept: half a year, for review after action. */
const keepTracksMs = 180 * 86_400_000
const pruneEveryMs = 86_400_000

/** Positions wait in memory at most this long before they are in their table. */
const flushEveryMs = 5_000

/** Ids of commands that the room says itself: never the same twice, also over restarts. */
const ownIds = (now: () => number) => {
  let count = 0
  return (what: string) => commandIdOf({ door: 'room' }, `${what}:${now()}:${++count}`)
}

/** Everything of one town, wired: what it knows, who decides, who recommends, whose clock runs. */
export const openTown = async (needs: Needs) => {
  const { town, taxonomy, isExample, resources, models, runTraining, journal, knex, time, onTrouble } = needs
  const { now, setTimer } = time
  const board = await openBoard({
    town: town.id,
    utcOffsetMinutes: town.utcOffsetMinutes,
    latestSnapshot: () => journal.latestSnapshot(town.id),
    read: (after, limit) => journal.read(town.id, after, limit),
  })
  const trouble = (what: string) => (error: unknown) => onTrouble(error, what)
  const desk = dispatcher({
    keep: keepOf(journal, town.id),
    board,
    taxonomy,
    departments: town.departments.map((department) => department.name),
    now,
    onTrouble: trouble('journal'),
  })
  const tail = journalTail(desk.kept, now)
  const snapshots = snapshotter(journal, board.position, trouble('snapshot'))
  const tracks = trackTable(knex, town.id)
  await tracks.prepare()
  const positions = positionStore({ now, saveTrack: tracks.save })
  const prune = () => void tracks.pruneTracks(time.now() - keepTracksMs).catch(trouble('tracks'))
  prune()
  const stopPruning = every(time, pruneEveryMs, prune)
  const stopFlushing = every(time, flushEveryMs, () => void positions.flush().catch(trouble('tracks')))
  const brain = await understanding(resources, taxonomy, town, needs)
  const duplicates = duplicateWatch(duplicateFinder(brain.duplicates), board)
  const callers = callerWatch(board)
  const routes = recommender({ town, taxonomy, net: roadNet(town), positionOf: positions.positionOf })
  const ownId = ownIds(now)
  let earlierMatters: EarlierMatters = () => Promise.resolve([])
  /** A report must be kept also when its caller's history cannot be read. */
  const earlierMattersOf: EarlierMatters = (phone) =>
    earlierMatters(phone).catch((error: unknown) => {
      onTrouble(error, 'history')
      return []
    })
  const offers = new Set<(recommendation: Recommendation) => void>()

  desk.onKept((events, after) => {
    tail.add(events)
    duplicates.look(events, after)
    callers.look(events, after)
    snapshots.look(events, after)
  })

  const offer = (id: IncidentId) => {
    const incident = incidentOf(desk.kept(), id)
    if (!incident) return
    const recommendation = routes.recommend(incident, desk.kept(), now())
    for (const listener of offers) listener(recommendation)
  }
  const eventAt = async (position: number): Promise<RecordedEvent | undefined> => (await journal.read(town.id, position - 1, 1))[0]
  const bring = reportBringer({
    dispatcher: desk,
    now,
    classify: (report, at) =>
      brain.classify(report, { at, sureFrom: desk.board().thresholds.askBelowConfidence, earlier: callers.kindsOf(report.caller.phone) }),
    // Asked only when somebody speaks of a home that nobody registered: other reports wait for nothing.
    locate: (report) =>
      brain.asksForHome(report)
        ? earlierMattersOf(report.caller.phone).then((earlier) => brain.locate(report, earlier))
        : brain.locate(report),
    propose: duplicates.propose,
    eventAt,
    // After the answer has left: recommending must not stand between a report and its receipt.
    onNew: (incident) => void setTimer(() => offer(incident), 0),
  })
  const sayItself = (by: Actor, command: Command) => desk.do(command, { id: ownId(command.type), by, origin: 'server' })
  const enroll = () => enrollTown({ town, kept: desk.kept, say: sayItself })
  const noteAudit = (by: Actor, subject: string, text: string) =>
    desk.do({ type: 'audit.note', subject, text }, { id: ownId('audit'), by, origin: 'server' })
  const teaching = await teachTown<Actor & { kind: 'person' }>({
    folder: models,
    town,
    taxonomy,
    read: (after, limit) => journal.read(town.id, after, limit),
    sureFrom: () => desk.board().thresholds.askBelowConfidence,
    runTraining,
    prepare: brain.prepare,
    note: async (by, text) => (await noteAudit(by, 'brain', text)).answer.ok,
    now,
    onTrouble: trouble('brain'),
  })
  let clock: SlaClock | null = null
  /** From here on the room says things of its own accord, beginning with who works for the town. */
  const begin = async () => {
    clock = slaClock({
      board: desk.kept,
      tick: async (incidents, alarms) => (await sayItself(clockActor, { type: 'clock.tick', incidents, alarms })).answer,
      onKept: desk.onKept,
      setTimer: (afterMs, wake) => setTimer(wake, afterMs),
      now,
      onTrouble: trouble('clock'),
    })
    await enroll()
  }

  return {
    town,
    taxonomy,
    isExample,
    desk,
    tail,
    positions,
    recommendFor: (incident: Incident) => routes.recommend(incident, desk.kept(), now()),
    hasUnit: (unit: UnitId): boolean => unitOf(desk.kept(), unit) !== undefined,
    /** What a wall is called; null when there is none of that number. */
    wallName: (wall: WallId): string | null => wallOf(desk.kept(), wall)?.plan.name ?? null,
    unitName: (unit: UnitId): string | null => unitOf(desk.kept(), unit)?.definition.name ?? null,
    /** Units on any of these incidents: what is told of one of them concerns all. */
    unitsOn: (incidents: ReadonlySet<IncidentId>): readonly UnitId[] =>
      [...incidents].flatMap((id) => incidentOf(desk.kept(), id)?.assignments.map((assignment) => assignment.unit) ?? []),
    onOffer: (listener: (recommendation: Recommendation) => void) => void offers.add(listener),
    openQuestions: brain.openQuestions,
    findPlaces: brain.findPlaces,
    /** Who knows in which buildings earlier matters of a number were; until then nobody does. */
    earlierMattersAre: (known: EarlierMatters) => void (earlierMatters = known),
    bring: (report: IncomingReport, bringing: Bringing) => bring(report, bringing),
    eventAt,
    now,
    journalEvents: (after: number, limit: number): Promise<readonly RecordedEvent[]> => journal.read(town.id, after, limit),
    history: (id: IncidentId): Promise<readonly RecordedEvent[]> =>
      wholeHistory(id, incidentOf(desk.kept(), id), (one) => journal.history(town.id, one)),
    noteAudit,
    teaching,
    begin,
    close: async () => {
      clock?.stop()
      await teaching.close()
      await desk.idle()
      stopFlushing()
      stopPruning()
      await positions.flush().catch(trouble('tracks'))
      await snapshots.finish(desk.kept())
    },
  }
}
