import { createHash } from 'node:crypto'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { CommandId } from '../../shared/domain/ids.ts'
import type { Report } from '../../shared/domain/incident/report.ts'

/** The photos that a report brings and the one kept under its number did not; a photo's id is its content. */
export const laterPhotos = (kept: Report, again: IncomingReport): IncomingReport['photos'] =>
  again.photos.filter((photo) => !kept.photos.includes(photo))

/**
 * What a report says that the one kept under its number did not: its words if they are others, a place, a caller or
 * a number that was corrected, and how many photos it adds. Empty when it says the same, or less.
 */
export const laterWords = (kept: Report, again: IncomingReport): string => {
  const { name, phone } = again.caller
  const place = again.placeText !== '' && again.placeText !== kept.placeText ? [`地点：${again.placeText}`] : []
  const caller = name !== null && name !== kept.caller.name ? [`报警人：${name}`] : []
  const number = phone !== null && phone !== kept.caller.phone ? [`电话：${phone}`] : []
  const { length } = laterPhotos(kept, again)
  const photos = length > 0 ? [`照片：${length} 张`] : []
  return [...(again.text === kept.text ? [] : [again.text]), ...place, ...caller, ...number, ...photos].join('\n')
}

/** Words in pieces that a note can hold: 2,000 UTF-16 units, where a sign is one or two. A report holds twice as many. */
export const notesOf = (words: string): readonly string[] => words.match(/[^]{1,1000}/gu) ?? []

/** What is done with later words: they are noted piece by piece, make the matter graver, or are brought as a matter of their own. */
export type Purpose = number | 'graver' | 'anew'

/** The same words and photos under the same number are one command per purpose, however often they are sent. */
export const laterId = (id: CommandId, words: string, purpose: Purpose): CommandId =>
  CommandId.parse(`${id}:${createHash('sha256').update(`${purpose}\n${words}`).digest('hex').slice(0, 16)}`)
