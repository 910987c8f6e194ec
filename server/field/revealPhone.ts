import type { FieldPhone, FieldPhoneAsk } from '../../shared/contracts/field.ts'
import { commandIdOf } from '../../shared/domain/commandIdOf.ts'
import { isReadingOf } from '../../shared/domain/room/revealed.ts'
import { cannotKeep, notYours, refusedWith } from './fieldErrors.ts'
import { isCurrent, ownTasks } from './fieldView.ts'
import type { FieldNeeds, FieldPass } from './fieldNeeds.ts'

/** 联系报警人: why a unit reads a number; written into the journal with the reading. */
const purpose = '现场联系报警人'

/** The caller's number in clear, for a task the unit has in hand. It is told only after the reading is kept. */
export const revealPhone = async (needs: FieldNeeds, pass: FieldPass, ask: FieldPhoneAsk, origin: string): Promise<FieldPhone> => {
  const board = needs.board(pass.town)
  const own = board && ownTasks(board, pass.unit).find((one) => one.incident.id === ask.incident && isCurrent(one))
  const report = own?.incident.reports.find((one) => one.id === ask.report)
  if (!report) throw notYours()
  const id = commandIdOf({ door: 'phone', unit: pass.unit }, ask.id)
  const by = { kind: 'unit', id: pass.unit } as const
  const command = { type: 'phone.reveal', incident: ask.incident, report: ask.report, purpose } as const
  const answer = await needs.do(pass.town, command, { id, by, origin, mayBeOld: true })
  if (answer.ok) {
    if (!isReadingOf(await needs.eventAt(pass.town, answer.position), { ...command, by })) throw refusedWith('malformed')
    return { phone: report.caller.phone }
  }
  throw answer.refusal.reason === 'cannot-keep' ? cannotKeep() : refusedWith(answer.refusal.reason)
}
