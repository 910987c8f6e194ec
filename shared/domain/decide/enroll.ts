import { unitOf } from '../board/board.ts'
import type { CommandOf } from '../command.ts'
import type { DomainEvent } from '../event.ts'
import { AccountId } from '../ids.ts'
import { isSameRoster } from '../unit/roster.ts'
import { followsFile, type Unit } from '../unit/unit.ts'
import type { UnitDefinition } from '../unit/unitDefinition.ts'
import { happens, type Ruling, type Situation } from './ruling.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const enrolled = (file: UnitDefinition, known: Unit | undefined): readonly DomainEvent[] => {
  const definition = known && !followsFile(known) ? { ...file, roster: known.definition.roster } : file
  const isKnown = known && same(known.definition, definition) && isSameRoster(known.fileRoster, file.roster)
  return isKnown ? [] : [{ type: 'unit.enrolled', unit: file.id, definition, fileRoster: file.roster }]
}

/** The town's file at start: new units are enrolled, changed ones again, unchanged ones not. A roster set by a person stays. */
export const enroll = ({ board }: Situation, command: CommandOf<'units.enroll'>): Ruling =>
  happens(...command.definitions.flatMap((file) => enrolled(file, unitOf(board, file.id))))

/** So many names fit into one entry of the shift's log; their number is told in any case. */
const mostNames = 16

const told = (what: string, units: readonly Unit[]): string => {
  if (units.length === 0) return ''
  const names = units.slice(0, mostNames).map(({ id, definition }) => `${id} ${definition.name}`)
  const rest = units.length > mostNames ? '……' : ''
  return `\n${what} (${units.length})：${names.join('、')}${rest}`
}

/** Who may not simply vanish: somebody waits for it, or it waits for somebody. */
const isNeeded = ({ task, sos }: Unit): boolean => task !== null || sos !== null

/** Units that are no longer there. Who is on a task or in danger stays for now; the shift is told of both. */
export const dismiss = ({ board }: Situation, { units, reason }: CommandOf<'units.dismiss'>): Ruling => {
  const known = units.flatMap((id) => unitOf(board, id) ?? [])
  if (known.length === 0) return happens()
  const leaving = known.filter((unit) => !isNeeded(unit))
  const text = [
    reason,
    told('已注销 / Dismissed', leaving),
    told('办完手上的事后，下次启动时注销 / To be dismissed at the next start, once free', known.filter(isNeeded)),
  ].join('')
  return happens(...leaving.map(({ id }): DomainEvent => ({ type: 'unit.dismissed', unit: id, reason })), {
    type: 'shift.logged',
    by: AccountId.parse('system'),
    name: '小脑',
    text,
  })
}
