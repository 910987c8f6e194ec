import { incidentOf } from '../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { chief, seats as cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { DemoPorts } from './demoPorts.ts'
import type { Guest } from './guest.ts'
import type { Depth, Hurry } from './hurry.ts'
import type { Movers } from './movers.ts'
import type { Schedule } from './schedule.ts'
import { seatJob, type SeatJob, type SeatView } from './seatJob.ts'
import { sayJob } from './sayJob.ts'
import { wantsWhistle } from './whistles.ts'

/** What is planned for one incident. */
type Desk = { readonly chance: Chance; readonly isLeft: boolean; planned: string; failures: number; cancel: () => void }

export type Seats = {
  readonly look: (events: readonly RecordedEvent[]) => void
  readonly consider: (incident: IncidentId) => void
  /** Plans anew what was planned already, because it is in a hurry now. */
  readonly hasten: (incident: IncidentId) => void
}

type Needs = Pick<DemoPorts, 'town' | 'taxonomy' | 'board' | 'recommend' | 'now' | 'speed'> & {
  readonly chance: Chance
  readonly plan: Schedule
  readonly guest: Guest
  readonly movers: Movers
  readonly hurry: Hurry
}

/** Every third report is left alone at first, so that a real person can take it; real time, since people are not faster. */
const leftEach = 3
const leftForMs = 40_000

/** Nobody at a desk is faster than this, real ms. */
const quickestMs = 1_000

/** What cannot be done now (nobody is free) is tried again, later each time; played ms. */
const againAfterMs = 15_000
const longestAgainMs = 120_000

/** A resolved incident stays for a person to close at least this long, real ms. */
const resolvedForMs = 60_000

const depthOf: Partial<Readonly<Record<SeatJob['does'], Depth>>> = {
  take: 'taken',
  classify: 'taken',
  send: 'dispatched',
  merge: 'taken',
  transfer: 'closed',
  cancel: 'closed',
  close: 'closed',
}

/** Least and most played ms that a job takes a seat. */
const spans: Readonly<Record<SeatJob['does'], readonly [number, number]>> = {
  take: [4_000, 22_000],
  leave: [30_000, 30_000],
  merge: [5_000, 15_000],
  cancel: [8_000, 20_000],
  transfer: [15_000, 40_000],
  answer: [30_000, 90_000],
  classify: [3_000, 10_000],
  send: [4_000, 15_000],
  recall: [5_000, 20_000],
  reinforce: [6_000, 25_000],
  whistle: [30_000, 90_000],
  close: [180_000, 480_000],
}

/** 演示坐席: work a share of the queue in the background, and never what a real person works on. */
export const seats = (needs: Needs): Seats => {
  const { board, taxonomy, now, chance, plan, guest, hurry } = needs
  const desks = new Map<IncidentId, Desk>()
  let reported = 0

  const deskOf = (id: IncidentId): Desk => {
    const known = desks.get(id)
    if (known) return known
    const desk: Desk = { chance: chance.of(`seat:${id}`), isLeft: ++reported % leftEach === 0, planned: '', failures: 0, cancel: () => {} }
    desks.set(id, desk)
    return desk
  }
  const view = (): SeatView => ({
    board: board(),
    taxonomy,
    now: now(),
    isPersons: guest.isPersons,
    wantsWhistle: (incident) => wantsWhistle(incident, chance),
  })
  const jobOf = (id: IncidentId) => {
    const incident = incidentOf(board(), id)
    const job = incident && seatJob(incident, view())
    return incident && job ? { incident, job } : null
  }
  const seatOf = (incident: Incident, desk: Desk) => [...cast, chief].find(({ id }) => id === incident.holder?.id) ?? desk.chance.pick(cast)

  const waitMs = (incident: Incident, job: SeatJob, desk: Desk): number => {
    const depth = depthOf[job.does]
    const soonMs = depth ? hurry.seatAfter(incident.id, depth) : null
    if (soonMs !== null) return soonMs
    if (job.does === 'take' && desk.isLeft) return leftForMs + desk.chance.between(0, 4_000)
    const [least, most] = spans[job.does]
    const realMs = desk.chance.between(least, most) / needs.speed
    return Math.max(job.does === 'close' ? resolvedForMs : quickestMs, realMs)
  }
  const perform = async (id: IncidentId, desk: Desk) => {
    desk.planned = ''
    const found = jobOf(id)
    if (!found) return
    const { incident, job } = found
    if (job.does === 'leave') return consider(id)
    const isDone = await sayJob(job, incident, { ...needs, by: seatOf(incident, desk), chance: desk.chance })
    desk.failures = isDone ? 0 : desk.failures + 1
    if (!isDone) desk.cancel = plan.after(Math.min(longestAgainMs, desk.failures * againAfterMs), () => consider(id))
  }
  const consider = (id: IncidentId) => {
    const found = jobOf(id)
    const desk = deskOf(id)
    const planned = found ? JSON.stringify(found.job) : ''
    if (planned === desk.planned) return
    desk.cancel()
    desk.planned = planned
    desk.cancel = found ? plan.afterReal(waitMs(found.incident, found.job, desk), () => void perform(id, desk)) : () => {}
    if (incidentOf(board(), id)?.end) desks.delete(id)
  }

  return {
    look: (events) => {
      const about = new Set(events.flatMap(({ event }) => ('incident' in event && event.incident !== null ? [event.incident] : [])))
      for (const id of about) consider(id)
    },
    consider,
    hasten: (id) => {
      deskOf(id).planned = ''
      consider(id)
    },
  }
}
