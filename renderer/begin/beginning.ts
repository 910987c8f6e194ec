import type { RoomBegun, RoomLook } from '../../shared/contracts/deskRoom.ts'
import { isProven } from './fingerprintLines.ts'

type Refused = Exclude<RoomLook, { ok: true }>
export type Untrusted = Extract<Refused, { why: 'untrusted' }>
export type Begun = Extract<RoomBegun, { ok: true }>
export type Town = 'example' | 'own'

/** `no-answer`: the desktop itself did not answer, which no room can be blamed for. */
export type AddressTrouble = {
  readonly of: 'address'
  readonly why: Exclude<Refused['why'], 'untrusted'> | 'no-answer' | 'nothing-typed'
  readonly said: string | null
  /** It went wrong after a person had said that they trust the certificate. */
  readonly isAfterTrust: boolean
}
export type MachineTrouble = {
  readonly of: 'machine'
  readonly town: Town
  readonly why: 'stopped' | 'cannot-start' | 'no-answer'
  /** The server's own last words; empty when it said none. */
  readonly said: string
}

/** Where the first page stands. What was typed stays until a room is entered, so that every way back leads to it. */
export type Step =
  | { readonly at: 'choosing'; readonly address: string; readonly trouble: AddressTrouble | MachineTrouble | null }
  | { readonly at: 'looking'; readonly address: string }
  /** `isAgain`: one certificate was trusted, and the server then showed this one. */
  | {
      readonly at: 'comparing'
      readonly address: string
      readonly shown: Untrusted
      readonly isAgain: boolean
      /** The end of the fingerprint as a person typed it from the sheet. */
      readonly proof: string
    }
  | { readonly at: 'trusting'; readonly address: string; readonly shown: Untrusted }
  | { readonly at: 'joining'; readonly address: string }
  | { readonly at: 'starting'; readonly address: string; readonly town: Town }
  /** The workstation has a room. `begun`: it is this machine's, with what to sign in with. */
  | { readonly at: 'ready'; readonly server: string; readonly begun: Begun | null; readonly trouble: 'cannot-enter' | 'still-here' | null }
  | { readonly at: 'entering'; readonly server: string; readonly begun: Begun | null }

export type Beginning = {
  readonly step: Step
  /** How often the desktop was asked: an answer that carries an earlier number comes too late. */
  readonly asks: number
}

export type BeginEvent =
  | { readonly kind: 'room-known'; readonly server: string }
  /** This machine was made the room before the page came, and nobody has said yet that they have its accounts. */
  | { readonly kind: 'accounts-unread'; readonly begun: Begun }
  | { readonly kind: 'address-typed'; readonly address: string }
  | { readonly kind: 'address-given' }
  | { readonly kind: 'https-wished' }
  | { readonly kind: 'proof-typed'; readonly proof: string }
  | { readonly kind: 'certificate-trusted' }
  | { readonly kind: 'machine-chosen'; readonly town: Town }
  | { readonly kind: 'went-back' }
  | { readonly kind: 'enter-wished' }
  | { readonly kind: 'looked'; readonly ask: number; readonly look: RoomLook }
  | { readonly kind: 'begun'; readonly ask: number; readonly begun: RoomBegun }
  | { readonly kind: 'entered'; readonly ask: number }
  | { readonly kind: 'failed'; readonly ask: number }

export const freshBeginning: Beginning = { step: { at: 'choosing', address: '', trouble: null }, asks: 0 }

const stay = ({ asks }: Beginning, step: Step): Beginning => ({ step, asks })
const ask = ({ asks }: Beginning, step: Step): Beginning => ({ step, asks: asks + 1 })

type Asking = Extract<Step, { at: 'looking' | 'trusting' | 'joining' }>

const addressTrouble = (step: Asking, why: AddressTrouble['why'], said: string | null = null): Step => ({
  at: 'choosing',
  address: step.address,
  trouble: { of: 'address', why, said, isAfterTrust: step.at === 'trusting' },
})

/** What an answer about an address leads to: what was only looked at is joined next, what was joined is entered. */
const afterLook = (now: Beginning, step: Asking, look: RoomLook): Beginning => {
  const { address } = step
  if (look.ok) {
    return ask(now, step.at === 'joining' ? { at: 'entering', server: look.server, begun: null } : { at: 'joining', address })
  }
  if (look.why !== 'untrusted') return stay(now, addressTrouble(step, look.why, look.said ?? null))
  return stay(now, { at: 'comparing', address, shown: look, isAgain: step.at !== 'looking', proof: '' })
}

const machineTrouble = ({ address, town }: Extract<Step, { at: 'starting' }>, why: MachineTrouble['why'], said: string): Step => ({
  at: 'choosing',
  address,
  trouble: { of: 'machine', town, why, said },
})

const afterFailure = (now: Beginning): Beginning => {
  const { step } = now
  switch (step.at) {
    case 'looking':
    case 'trusting':
    case 'joining':
      return stay(now, addressTrouble(step, 'no-answer'))
    case 'starting':
      return stay(now, machineTrouble(step, 'no-answer', ''))
    case 'entering':
      return stay(now, { ...step, at: 'ready', trouble: 'cannot-enter' })
    case 'choosing':
    case 'comparing':
    case 'ready':
      return now
  }
}

const back = (now: Beginning): Beginning => {
  const { step } = now
  if (step.at === 'looking' || step.at === 'comparing') return stay(now, { at: 'choosing', address: step.address, trouble: null })
  // A password that is shown once is left by entering alone.
  if (step.at === 'ready' && step.begun === null) return stay(now, { at: 'choosing', address: '', trouble: null })
  return now
}

const given = (now: Beginning, address: string): Beginning =>
  address.trim() === ''
    ? stay(now, { at: 'choosing', address, trouble: { of: 'address', why: 'nothing-typed', said: null, isAfterTrust: false } })
    : ask(now, { at: 'looking', address })

const isUntouched = (step: Step): boolean => step.at === 'choosing' && step.address === '' && step.trouble === null

/** What is true after an event; one that does not belong to the step, or answers an earlier ask, changes nothing. */
export const foldBeginning = (now: Beginning, event: BeginEvent): Beginning => {
  const { step } = now
  if ('ask' in event && event.ask !== now.asks) return now
  switch (event.kind) {
    case 'room-known':
      return isUntouched(step) ? stay(now, { at: 'ready', server: event.server, begun: null, trouble: null }) : now
    case 'accounts-unread': {
      const { begun } = event
      const isNew = isUntouched(step) || (step.at === 'ready' && step.begun === null)
      return isNew ? stay(now, { at: 'ready', server: begun.server, begun, trouble: null }) : now
    }
    case 'address-typed':
      return step.at === 'choosing' ? stay(now, { at: 'choosing', address: event.address, trouble: null }) : now
    case 'address-given':
      return step.at === 'choosing' ? given(now, step.address) : now
    case 'https-wished':
      return step.at === 'choosing' && step.trouble?.why === 'plain-http' ? given(now, securely(step.address)) : now
    case 'proof-typed':
      return step.at === 'comparing' ? stay(now, { ...step, proof: event.proof }) : now
    case 'certificate-trusted':
      return step.at === 'comparing' && mayTrust(step) ? ask(now, { at: 'trusting', address: step.address, shown: step.shown }) : now
    case 'machine-chosen':
      return step.at === 'choosing' ? ask(now, { at: 'starting', address: step.address, town: event.town }) : now
    case 'went-back':
      return back(now)
    case 'enter-wished':
      return step.at === 'ready' ? ask(now, { at: 'entering', server: step.server, begun: step.begun }) : now
    case 'looked':
      return step.at === 'looking' || step.at === 'trusting' || step.at === 'joining' ? afterLook(now, step, event.look) : now
    case 'begun': {
      if (step.at !== 'starting') return now
      const { begun } = event
      if (begun.ok) return stay(now, { at: 'ready', server: begun.server, begun, trouble: null })
      return stay(now, machineTrouble(step, begun.why, begun.said))
    }
    case 'entered':
      // Main closes this page as it opens the room: whoever still reads it has not got in.
      return step.at === 'entering' ? stay(now, { ...step, at: 'ready', trouble: 'still-here' }) : now
    case 'failed':
      return afterFailure(now)
  }
}

/** Where another certificate was trusted before, a person must have the sheet in hand: the end of the fingerprint is typed from it. */
export const mayTrust = ({ shown, proof }: Extract<Step, { at: 'comparing' }>): boolean =>
  !shown.isChanged || isProven(shown.certificate.fingerprint, proof)

const securely = (address: string): string =>
  address
    .trim()
    .normalize('NFKC')
    .replace(/^http:/i, 'https:')
