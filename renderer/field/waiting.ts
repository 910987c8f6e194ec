import type { FieldCommand } from '../../shared/domain/command.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { AssignmentId, IncidentId, PhotoId, SentId, UnitId } from '../../shared/domain/ids.ts'

type About = {
  readonly id: SentId
  readonly unit: UnitId
  /** By the phone's clock, ms. */
  readonly doneAt: number
}

export type WaitingCommand = About & { readonly kind: 'command'; readonly command: FieldCommand }
export type WaitingPhoto = About & {
  readonly kind: 'photo'
  readonly incident: IncidentId
  readonly assignment: AssignmentId
  readonly point: Point | null
  readonly bytes: Uint8Array<ArrayBuffer>
}
export type ReportPhoto = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly photo: PhotoId }
export type WaitingReport = About & {
  readonly kind: 'report'
  readonly text: string
  readonly point: Point | null
  readonly photos: readonly ReportPhoto[]
}

/** What was done on the phone and has not been acknowledged by the room. */
export type Waiting = WaitingCommand | WaitingPhoto | WaitingReport

/** What to send now. */
export type Sending =
  | { readonly kind: 'commands'; readonly items: readonly WaitingCommand[] }
  | { readonly kind: 'photo'; readonly item: WaitingPhoto }
  | { readonly kind: 'reportPhoto'; readonly item: WaitingReport; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'report'; readonly item: WaitingReport; readonly photos: readonly PhotoId[] }

/** The contract's limit is 200; fewer get through a weak network sooner. */
const mostAtOnce = 50

const isCommand = (item: Waiting): item is WaitingCommand => item.kind === 'command'
const isSos = (item: Waiting): item is WaitingCommand => isCommand(item) && item.command.type === 'sos.raise'

/** Feedback waits for the photos taken before it, since a room may close the matter as soon as it has it. */
const waitsForPhoto = (item: WaitingCommand, before: readonly Waiting[]): boolean => {
  const { command } = item
  if (command.type !== 'unit.resolve') return false
  return before.some((one) => one.kind === 'photo' && one.assignment === command.assignment)
}

/** The steps that can go now, in their order, up to the first that must wait for a photo. */
const readyCommands = (items: readonly Waiting[]): readonly WaitingCommand[] => {
  const blocked = items.findIndex((item, i) => isCommand(item) && waitsForPhoto(item, items.slice(0, i)))
  return items.slice(0, blocked === -1 ? items.length : blocked).filter(isCommand)
}

const reportSending = (item: WaitingReport): Sending => {
  const next = item.photos.find((photo) => 'bytes' in photo)
  if (next) return { kind: 'reportPhoto', item, bytes: next.bytes }
  return { kind: 'report', item, photos: item.photos.flatMap((photo) => ('photo' in photo ? [photo.photo] : [])) }
}

/**
 * What goes next: a call for help before everything, then steps in their order, then what is heavy. A slow
 * photo does not hold up an arrival.
 */
export const nextSending = (items: readonly Waiting[]): Sending | null => {
  const calls = items.filter(isSos)
  if (calls.length > 0) return { kind: 'commands', items: calls }
  const steps = readyCommands(items)
  if (steps.length > 0) return { kind: 'commands', items: steps.slice(0, mostAtOnce) }
  const heavy = items.find((item) => item.kind !== 'command')
  if (!heavy) return null
  return heavy.kind === 'photo' ? { kind: 'photo', item: heavy } : reportSending(heavy)
}
