import type { Board } from '../../shared/domain/board/board.ts'
import { alarmOf, profileOf, incidentOf } from '../../shared/domain/board/board.ts'
import { changedShards, emptyTable, values } from '../../shared/domain/board/table.ts'
import type { DomainEvent, RecordedEvent } from '../../shared/domain/event.ts'
import type { AlarmId, IncidentId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Alarm } from '../../shared/domain/sla/alarm.ts'
import { climbDue, nextDueAt } from '../../shared/domain/sla/decideClock.ts'
import { dueHeap } from './dueHeap.ts'

/** Never asleep longer than this: a wall clock that was set, or a laptop that slept, is noticed within it. */
const longestSleepMs = 1_000

/** After a tick that changed nothing (the disk was full), it is sent again this much later. */
const askAgainAfterMs = 1_000

export type SlaClockNeeds = {
  /** The board as kept; what the next alarm is computed from. */
  readonly board: () => Board
  /** Sends `clock.tick` for these. May fail or do nothing: it is asked again. */
  readonly tick: (incidents: readonly IncidentId[], alarms: readonly AlarmId[]) => Promise<unknown>
  readonly onKept: (listener: (events: readonly RecordedEvent[], board: Board) => void) => () => void
  /** Calls back once after so many ms; answers how to call that off. */
  readonly setTimer: (afterMs: number, wake: () => void) => () => void
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

export type SlaClock = {
  readonly stop: () => void
  /** How many incidents and alarms have something coming. */ readonly waiting: () => number
}

const incidentsOf = (event: DomainEvent): readonly IncidentId[] => {
  const about = 'incident' in event && event.incident !== null ? [event.incident] : []
  if (event.type === 'incident.merged') return [...about, event.into]
  if (event.type === 'incident.unmerged') return [...about, event.from]
  return about
}

/** Asked at `at`, when the kept value was `seen`: while it is still that value, there is no use asking at once again. */
type Asked = { readonly at: number; readonly seen: Incident | Alarm }

/**
 * The waker: asks the board at the right instants whether a limit has passed.
 *
 * It decides nothing. What is due is computed from the board each time, by the same code that rules on
 * the tick, so a restart loses nothing and a second tick says nothing. One timer stands for the earliest.
 */
export const slaClock = ({ board, tick, onKept, setTimer, now, onTrouble }: SlaClockNeeds): SlaClock => {
  const incidents = dueHeap()
  const alarms = dueHeap()
  const asked = new Map<string, Asked>()
  let knownAlarms: Board['alarms'] = emptyTable
  let cancel = () => {}
  let armedFor = Number.POSITIVE_INFINITY
  let isStopped = false

  // Not before the last event: a wall clock set back must not make the room wait for it to catch up.
  const instant = (current: Board) => Math.max(now(), current.at)

  const notTooSoon = (key: string, value: Incident | Alarm, at: number | null): number | null => {
    const last = asked.get(key)
    if (at === null || last?.seen !== value) {
      asked.delete(key)
      return at
    }
    return Math.max(at, last.at + askAgainAfterMs)
  }
  const scheduleIncident = (id: IncidentId, current: Board) => {
    const incident = incidentOf(current, id)
    const due = incident ? nextDueAt(incident, current, instant(current)) : null
    incidents.set(id, incident ? notTooSoon(id, incident, due) : null)
  }
  const scheduleAlarm = (id: AlarmId, current: Board) => {
    const alarm = alarmOf(current, id)
    const due = alarm ? (climbDue(alarm, profileOf(current).climbEveryMs)?.at ?? null) : null
    alarms.set(id, alarm ? notTooSoon(id, alarm, due) : null)
  }
  const scheduleAlarms = (current: Board, areAll: boolean) => {
    if (!areAll && current.alarms === knownAlarms) return
    const since = areAll ? emptyTable : knownAlarms
    for (const [before, after] of changedShards<Alarm>(since, current.alarms)) {
      const ids = new Set([...Object.keys(before), ...Object.keys(after)] as AlarmId[])
      for (const id of ids) if (before[id] !== after[id]) scheduleAlarm(id, current)
    }
    knownAlarms = current.alarms
  }
  const scheduleAll = (current: Board) => {
    for (const incident of values(current.incidents)) scheduleIncident(incident.id, current)
    scheduleAlarms(current, true)
  }

  const arm = () => {
    if (isStopped) return
    const next = Math.min(incidents.earliest() ?? Number.POSITIVE_INFINITY, alarms.earliest() ?? Number.POSITIVE_INFINITY)
    const wakeAt = Math.min(next, now() + longestSleepMs)
    if (wakeAt >= armedFor && armedFor > now()) return
    cancel()
    armedFor = wakeAt
    cancel = setTimer(Math.max(0, wakeAt - now()), wake)
  }
  const ask = async (dueIncidents: readonly IncidentId[], dueAlarms: readonly AlarmId[]) => {
    try {
      await tick(dueIncidents, dueAlarms)
    } catch (error) {
      onTrouble(error)
    }
    const current = board()
    for (const id of dueIncidents) scheduleIncident(id, current)
    for (const id of dueAlarms) scheduleAlarm(id, current)
    arm()
  }
  const remember = (key: string, value: Incident | Alarm | undefined, at: number) => {
    if (value) asked.set(key, { at, seen: value })
  }
  const wake = () => {
    armedFor = Number.POSITIVE_INFINITY
    const current = board()
    const at = instant(current)
    const dueIncidents = incidents.takeDue(at) as readonly IncidentId[]
    const dueAlarms = alarms.takeDue(at) as readonly AlarmId[]
    for (const id of dueIncidents) remember(id, incidentOf(current, id), at)
    for (const id of dueAlarms) remember(id, alarmOf(current, id), at)
    if (dueIncidents.length + dueAlarms.length > 0) void ask(dueIncidents, dueAlarms)
    arm()
  }
  const forget = onKept((events, current) => {
    if (events.some(({ event }) => event.type === 'sla.set')) scheduleAll(current)
    for (const id of new Set(events.flatMap(({ event }) => incidentsOf(event)))) scheduleIncident(id, current)
    scheduleAlarms(current, false)
    arm()
  })

  scheduleAll(board())
  arm()
  return {
    stop: () => {
      isStopped = true
      forget()
      cancel()
    },
    waiting: () => incidents.size() + alarms.size(),
  }
}
