import type { Role } from '../actor.ts'
import type { ConsoleCommand } from '../command.ts'

type Right = 'work' | 'command' | 'run' | 'answer'

/** What each console command asks for. A new command without a line here does not compile. */
const needs: Readonly<Record<ConsoleCommand['type'], Right>> = {
  'incident.take': 'work',
  'incident.release': 'work',
  'incident.amend': 'work',
  'incident.classify': 'work',
  'incident.note': 'answer',
  'units.assign': 'work',
  'unit.recall': 'work',
  'help.answer': 'work',
  'incidents.merge': 'work',
  'incident.unmerge': 'work',
  'duplicate.dismiss': 'work',
  'incident.transfer': 'work',
  'transfer.answer': 'answer',
  'incident.whistle': 'command',
  'department.reportIn': 'answer',
  'incident.pause': 'command',
  'incident.resume': 'command',
  'incident.close': 'work',
  'incident.cancel': 'work',
  'incident.reopen': 'work',
  'phone.reveal': 'work',
  'alarm.acknowledge': 'work',
  'sos.clear': 'work',
  'shift.log': 'work',
  'shift.handOver': 'work',
  'roster.set': 'run',
  'duty.set': 'command',
  'sla.set': 'run',
  'thresholds.set': 'run',
  'wall.arrange': 'run',
  'wall.show': 'command',
  'wall.remove': 'run',
  'unit.accept': 'work',
  'unit.depart': 'work',
  'unit.arrive': 'work',
  'unit.handle': 'work',
  'unit.resolve': 'work',
  'unit.return': 'work',
  'unit.askHelp': 'work',
  'photo.add': 'work',
  'sos.raise': 'work',
}

const rights: Readonly<Record<Role, readonly Right[]>> = {
  operator: ['work', 'answer'],
  dispatcher: ['work', 'answer', 'command'],
  supervisor: ['work', 'answer', 'command', 'run'],
  // A leader watches and may acknowledge what climbed to them; see `mayDo`.
  leader: [],
  district: ['answer'],
  admin: ['run'],
  wall: [],
}

/** True when a person of this role may say this command at all; the state may still refuse it. */
export const mayDo = (role: Role, command: ConsoleCommand['type']): boolean =>
  rights[role].includes(needs[command]) || (role === 'leader' && command === 'alarm.acknowledge')

/** Whoever works at a desk: takes reports, sends, answers alarms. */
export const mayWork = (role: Role): boolean => rights[role].includes('work')

/** Accounts, channel tokens and field links are the administrator's and the supervisor's. */
export const mayManage = (role: Role): boolean => role === 'admin' || role === 'supervisor'

/** Who may see the incidents of a town at all. */
export const mayWatch = (role: Role): boolean => role !== 'admin'

/** Who may ask about incidents beyond the board: their history, earlier calls, photos. A wall hangs where visitors stand, and asks nothing. */
export const mayAsk = (role: Role): boolean => mayWatch(role) && role !== 'wall'
