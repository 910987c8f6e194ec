import type { Channel } from './actor.ts'
import { assertNever } from './assertNever.ts'
import { CommandId, type AccountId, type BuildingId, type UnitId } from './ids.ts'

/** Who sends commands, and through which door. */
export type Sender =
  | { readonly door: 'console'; readonly account: AccountId }
  | { readonly door: 'phone'; readonly unit: UnitId }
  /** An outside system with a token; several may serve one channel, so what it calls a report carries its own name. */
  | { readonly door: 'intake'; readonly channel: Channel }
  /** The page behind a building's QR code. */
  | { readonly door: 'citizen'; readonly building: BuildingId }
  | { readonly door: 'rate' }
  | { readonly door: 'demo' }
  /** The room's own words: its clock, its town file, its notes. */
  | { readonly door: 'room' }

/** No two senders share a name, and none stands at the beginning of another's: a unit is capitals and digits, a door small letters. */
const nameOf = (sender: Sender): string => {
  switch (sender.door) {
    case 'console':
      return `console:${sender.account}`
    case 'phone':
      return sender.unit
    case 'intake':
      return `intake:${sender.channel}`
    case 'citizen':
      return `citizen:${sender.building}`
    case 'rate':
    case 'demo':
    case 'room':
      return sender.door
    default:
      return assertNever(sender)
  }
}

/**
 * A sender's own id as the desk and the journal know it: with its sender's name before it.
 *
 * Ids are looked for in the journal, and one that is there is answered as done. If senders shared them, whoever
 * said a coming order's id first would have the order answered as done and lost.
 */
export const commandIdOf = (sender: Sender, id: string): CommandId => CommandId.parse(`${nameOf(sender)}:${id}`)
