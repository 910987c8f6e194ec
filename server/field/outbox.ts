import type { FieldOutbox, FieldReceipt } from '../../shared/contracts/field.ts'
import type { FieldCommand } from '../../shared/domain/command.ts'
import { commandIdOf } from '../../shared/domain/commandIdOf.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/domain/refusal.ts'
import { ownTasks } from './fieldView.ts'
import type { FieldNeeds, FieldPass } from './fieldNeeds.ts'

/** A phone that was off for longer than this is not believed about when. */
const longestOfflineMs = 24 * 3_600_000

/**
 * When something was done, by the server's clock: only the difference between the phone's two instants is
 * believed, and only between a day ago and now.
 */
export const doneAtByServer = (serverNow: number, sentAt: number, doneAt: number): number =>
  Math.min(serverNow, Math.max(serverNow - longestOfflineMs, serverNow - (sentAt - doneAt)))

const photosOf = (command: FieldCommand): readonly PhotoId[] => {
  if (command.type === 'photo.add') return [command.photo]
  return command.type === 'unit.resolve' ? command.photos : []
}

const malformed = (field: string, problem: string): Answer => ({ ok: false, refusal: { reason: 'malformed', field, problem } })

/** Why this unit may not say this, or null. The rules of the incident itself are the dispatcher's. */
const notItsOwn = async (needs: FieldNeeds, { unit, town }: FieldPass, command: FieldCommand): Promise<Answer | null> => {
  if (command.type === 'sos.raise') {
    return command.unit === unit ? null : { ok: false, refusal: { reason: 'unknown-unit', unit: command.unit } }
  }
  const board = needs.board(town)
  const isOwn =
    board && ownTasks(board, unit).some((own) => own.incident.id === command.incident && own.assignment.id === command.assignment)
  if (!isOwn) return { ok: false, refusal: { reason: 'unknown-assignment', assignment: command.assignment } }
  for (const photo of photosOf(command)) {
    if (!(await needs.photos.has(photo, town))) return malformed('photos', 'no such photo')
  }
  return null
}

type Item = FieldOutbox['items'][number]

const answerItem = async (needs: FieldNeeds, pass: FieldPass, item: Item, doneAt: number, origin: string): Promise<Answer> => {
  const why = await notItsOwn(needs, pass, item.command)
  if (why) return why
  const id = commandIdOf({ door: 'phone', unit: pass.unit }, item.id)
  return needs.do(pass.town, item.command, { id, by: { kind: 'unit', id: pass.unit }, origin, doneAt, mayBeOld: true })
}

/**
 * The outbox of one phone, in its order. A refused item does not stop those after it; but when the
 * journal cannot write, the rest is not tried, so that nothing is done before what came before it.
 */
export const doOutbox = async (
  needs: FieldNeeds,
  pass: FieldPass,
  outbox: FieldOutbox,
  origin: string,
): Promise<FieldReceipt['answers']> => {
  const answers: FieldReceipt['answers'][number][] = []
  const serverNow = needs.now()
  let cannotKeep: Answer | null = null
  for (const item of outbox.items) {
    const answer: Answer =
      cannotKeep ?? (await answerItem(needs, pass, item, doneAtByServer(serverNow, outbox.sentAt, item.doneAt), origin))
    if (!answer.ok && answer.refusal.reason === 'cannot-keep') cannotKeep = answer
    answers.push({ id: item.id, answer })
  }
  return answers
}
