import type { Actor } from '../../shared/domain/actor.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { chief } from './cast.ts'
import type { Chance } from './chance.ts'
import type { DemoPorts } from './demoPorts.ts'
import type { Guest } from './guest.ts'
import type { Movers } from './movers.ts'
import { ordersOf, reinforcements } from './orders.ts'
import type { SeatJob } from './seatJob.ts'
import { whistled } from './whistles.ts'

type Needs = Pick<DemoPorts, 'town' | 'taxonomy' | 'board' | 'recommend' | 'now'> & {
  readonly by: Actor
  readonly chance: Chance
  readonly guest: Guest
  readonly movers: Pick<Movers, 'pointOf'>
}

const transferReasons = [
  '咨询投诉类诉求，转 12345 办理并回复',
  '不属出警范围，已告知来电人，转 12345 跟办',
  '政策咨询，附来电内容转 12345 答复',
]
const voidReasons = ['误拨，回拨确认无事', '无声来电，回拨无人应答，无异常', '重复测试来电']
const closeNotes = ['', '', '已回访报警人，表示满意', '已电话告知结果', '资料已归档']

const reinforce = async (job: Extract<SeatJob, { does: 'reinforce' }>, incident: Incident, needs: Needs): Promise<boolean> => {
  const { board, now, guest, movers, by } = needs
  const asking = incident.assignments.find(({ id }) => id === job.assignment)
  const orders = asking ? reinforcements(asking, incident, board(), now(), movers.pointOf) : []
  const isSent = orders.length > 0 && (await guest.say({ type: 'units.assign', incident: incident.id, orders, policeLater: true }, by))
  // Between the order and the answer somebody may have taken it over.
  if (guest.isPersons(incident.id)) return true
  const note = isSent ? `已派 ${orders.length} 组增援` : '本街道暂无空闲力量，请先稳住现场'
  return guest.say({ type: 'help.answer', incident: incident.id, assignment: job.assignment, note }, by)
}

/** Says what a job comes to; false when it could not be done now. */
export const sayJob = async (job: Exclude<SeatJob, { does: 'leave' }>, incident: Incident, needs: Needs): Promise<boolean> => {
  const { guest, by, chance, taxonomy, town } = needs
  const { id } = incident
  switch (job.does) {
    case 'take':
      return guest.say({ type: 'incident.take', incident: id }, by)
    case 'merge':
      return guest.say({ type: 'incidents.merge', into: job.into, incidents: [id] }, by)
    case 'cancel':
      return guest.say({ type: 'incident.cancel', incident: id, reason: chance.pick(voidReasons) }, by)
    case 'transfer':
      return guest.say({ type: 'incident.transfer', incident: id, to: '12345', town: null, reason: chance.pick(transferReasons) }, by)
    case 'answer':
      return guest.say({ type: 'incident.close', incident: id, outcome: '已答复', note: '已直接电话答复来电人' }, by)
    case 'classify':
      return guest.say({ type: 'incident.classify', incident: id }, by)
    case 'send': {
      const orders = ordersOf(needs.recommend(incident), incident, taxonomy)
      // Who is free goes at once; where that leaves out the police, the seat sends for them next.
      return orders.length > 0 && guest.say({ type: 'units.assign', incident: id, orders, policeLater: true }, by)
    }
    case 'recall':
      return guest.say({ type: 'unit.recall', incident: id, assignment: job.assignment, reason: '超时未签收，改派' }, by)
    case 'reinforce':
      return reinforce(job, incident, needs)
    case 'whistle':
      return guest.say({ type: 'incident.whistle', incident: id, ...whistled(incident, town) }, chief)
    case 'close':
      return guest.say({ type: 'incident.close', incident: id, outcome: '已处置', note: chance.pick(closeNotes) }, by)
  }
}
