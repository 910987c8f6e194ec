import fc from 'fast-check'
import { foldBeginning, freshBeginning, type BeginEvent, type Beginning } from '../beginning.ts'
import { aRoomBegun, everyBegun, everyLook } from './looks.ts'

const towns = ['example', 'own'] as const
const addresses = ['', ' ', 'room.example', 'http://room.example']
const proofs = ['', 'F9960BD3', 'F9960BD3', '12345678']

/** More of what leads to the long ways: certificates to compare, and starts that fail, after which a walk goes on. */
const looks = [
  ...everyLook,
  ...everyLook.filter((look) => !look.ok && look.why === 'untrusted').flatMap((look) => Array<typeof look>(4).fill(look)),
]
const starts = [...everyBegun, ...everyBegun.filter((begun) => !begun.ok).flatMap((begun) => Array<typeof begun>(4).fill(begun))]

const plain: readonly BeginEvent[] = [
  { kind: 'room-known', server: 'https://room.example' },
  { kind: 'accounts-unread', begun: aRoomBegun },
  ...addresses.map((address) => ({ kind: 'address-typed', address }) as const),
  { kind: 'address-given' },
  { kind: 'https-wished' },
  ...proofs.map((proof) => ({ kind: 'proof-typed', proof }) as const),
  { kind: 'certificate-trusted' },
  ...towns.map((town) => ({ kind: 'machine-chosen', town }) as const),
  { kind: 'went-back' },
  { kind: 'enter-wished' },
]

const answers = (ask: number): readonly BeginEvent[] => [
  ...looks.map((look) => ({ kind: 'looked', ask, look }) as const),
  ...starts.map((begun) => ({ kind: 'begun', ask, begun }) as const),
  { kind: 'entered', ask },
  { kind: 'failed', ask },
]

/** Everything that can happen: what a person does, answers to the ask that is open, and answers to the one before it. */
const everything = (asks: number): readonly BeginEvent[] => [...plain, ...answers(asks), ...answers(asks - 1)]

/** One thing that happened, between what was true before and after it. */
export type Move = { readonly before: Beginning; readonly event: BeginEvent; readonly now: Beginning }

type Draw = { readonly kind: number; readonly nth: number; readonly changes: boolean }

/** A kind of event first and then one of it, so that the many answers do not crowd out what a person does. */
const moved = (before: Beginning, { kind, nth, changes }: Draw): Move => {
  const all = everything(before.asks)
  const fitting = changes ? all.filter((event) => foldBeginning(before, event) !== before) : all
  const kinds = [...new Set(fitting.map((event) => event.kind))]
  const ofKind = fitting.filter((event) => event.kind === kinds[kind % kinds.length])
  const event = ofKind[nth % ofKind.length]
  if (!event) throw new Error(`nothing changes ${before.step.at}`)
  return { before, event, now: foldBeginning(before, event) }
}

const evenly = fc.noBias(fc.nat())
const draw: fc.Arbitrary<Draw> = fc.record({
  kind: evenly,
  nth: evenly,
  changes: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
})

/** A room that was begun is left by entering alone: from there a walk often goes on with the page loaded anew. */
const next = (before: Beginning, { nth }: Draw): Beginning => {
  const { step } = before
  const isBegun = (step.at === 'ready' || step.at === 'entering') && step.begun !== null
  return isBegun && nth % 2 === 0 ? freshBeginning : before
}

/** Moves from the fresh page on: most change something, the others are whatever comes at a wrong time. */
export const walks: fc.Arbitrary<readonly Move[]> = fc.array(draw, { minLength: 1, maxLength: 80, size: 'max' }).map((draws) => {
  const moves: Move[] = []
  for (const one of draws) moves.push(moved(next(moves.at(-1)?.now ?? freshBeginning, one), one))
  return moves
})
