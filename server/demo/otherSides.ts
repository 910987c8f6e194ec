import { incidentOf } from '../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { liaison } from './cast.ts'
import type { Chance } from './chance.ts'
import type { DemoPorts } from './demoPorts.ts'
import type { Guest } from './guest.ts'
import { callerName } from './scenes.ts'
import type { Schedule } from './schedule.ts'

const acceptedShare = 0.88
/** Departments of which somebody has to be reminded. */
const absentShare = 0.12

const minuteMs = 60_000

type Needs = Pick<DemoPorts, 'board'> & { readonly chance: Chance; readonly plan: Schedule; readonly guest: Guest }

/** Those outside the room: 12345, 110 and other towns answer transfers, departments report in after a whistle. */
export const otherSides = ({ board, chance, plan, guest }: Needs) => {
  const answer = (id: IncidentId) => {
    const incident = incidentOf(board(), id)
    const last = incident?.transfers.at(-1)
    if (incident?.end?.how !== 'transferred' || !last || last.answer) return
    const accepted = chance.of(`answer:${id}:${incident.transfers.length}`).happens(acceptedShare)
    const note = accepted ? '已受理，限时办结后回复' : '来电内容不属本平台受理范围，退回'
    void guest.say({ type: 'transfer.answer', incident: id, accepted, note }, liaison)
  }
  const reportIn = (id: IncidentId, department: string, own: Chance) => {
    const incident = incidentOf(board(), id)
    const called = incident?.whistle?.departments.find(({ name }) => name === department)
    if (!incident || incident.end || !called || called.reportedIn) return
    void guest.say({ type: 'department.reportIn', incident: id, department, person: callerName(own) }, liaison)
  }
  const resume = ({ id, end, transfers, whistle }: Incident) => {
    const own = chance.of(`other:${id}:${transfers.length}:${whistle?.at ?? 0}`)
    if (end?.how === 'transferred' && !transfers.at(-1)?.answer) plan.after(own.between(1, 4) * minuteMs, () => answer(id))
    if (end || !whistle) return
    for (const { name, reportedIn } of whistle.departments) {
      const isComing = reportedIn === null && !own.happens(absentShare)
      if (isComing) plan.after(own.between(1.5, 14) * minuteMs, () => reportIn(id, name, own))
    }
  }
  return {
    look: (events: readonly RecordedEvent[]) => {
      for (const { event } of events) {
        if (event.type !== 'incident.transferred' && event.type !== 'incident.whistled') continue
        const incident = incidentOf(board(), event.incident)
        if (incident) resume(incident)
      }
    },
    resume,
  }
}
