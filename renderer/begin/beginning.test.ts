import { expect, test } from 'vitest'
import { foldBeginning, freshBeginning, type BeginEvent, type Beginning, type Step } from './beginning.ts'
import { aRoomBegun, anUntrusted, aRoomThere, fingerprint, lookRefusals } from './testing/looks.ts'

type Given = BeginEvent | { readonly kind: 'looked' | 'begun' | 'entered' | 'failed'; readonly [said: string]: unknown }

/** What comes of events one after another; answers are to the ask that is open. */
const after = (events: readonly Given[], from: Beginning = freshBeginning): Beginning =>
  events.reduce<Beginning>((now, event) => foldBeginning(now, { ask: now.asks, ...event } as BeginEvent), from)

const typed = { kind: 'address-typed', address: 'room.example:8135' } as const
const given = { kind: 'address-given' } as const
const chosen = { kind: 'machine-chosen', town: 'example' } as const
const trusted = { kind: 'certificate-trusted' } as const
const back = { kind: 'went-back' } as const
const enter = { kind: 'enter-wished' } as const
const looked = (look: unknown) => ({ kind: 'looked', look }) as const
const begun = (answer: unknown) => ({ kind: 'begun', begun: answer }) as const
const failed = { kind: 'failed' } as const

const address = 'room.example:8135'
const looking = [typed, given] as const
const comparing = [...looking, looked(anUntrusted())] as const
const changed = [...looking, looked(anUntrusted({ isChanged: true }))] as const
const trusting = [...comparing, trusted] as const
const joining = [...looking, looked(aRoomThere)] as const
const entering = [...joining, looked(aRoomThere)] as const
const told = [typed, chosen, begun(aRoomBegun)] as const

const trouble = (step: Step) => (step.at === 'choosing' ? step.trouble : null)

test('[Y1] an address is looked at, the room that is there is joined, and entered when it is joined', () => {
  expect(after(looking)).toEqual({ step: { at: 'looking', address }, asks: 1 })
  expect(after(joining)).toEqual({ step: { at: 'joining', address }, asks: 2 })
  expect(after(entering)).toEqual({ step: { at: 'entering', server: 'https://room.example:8135', begun: null }, asks: 3 })
})

test('[Y1] this machine is made the room with either town, and the address that was typed waits', () => {
  for (const town of ['example', 'own'] as const) {
    expect(after([typed, { kind: 'machine-chosen', town }])).toEqual({ step: { at: 'starting', town, address }, asks: 1 })
  }
})

test('[Y2] nothing typed asks nobody', () => {
  for (const nothing of ['', '  ', '\u3000']) {
    const { step, asks } = after([{ kind: 'address-typed', address: nothing }, given])
    expect([trouble(step)?.why, asks]).toEqual(['nothing-typed', 0])
  }
})

test('[Y2] each refusal leads back to the address as it was typed, with what the desktop said of it', () => {
  for (const why of lookRefusals) {
    for (const steps of [looking, joining]) {
      expect(after([...steps, looked({ ok: false, why, said: 'so' })]).step).toEqual({
        at: 'choosing',
        address,
        trouble: { of: 'address', why, said: 'so', isAfterTrust: false },
      })
    }
  }
})

test('[Y2] a trouble is of the address that was looked at: typing another takes it away', () => {
  const { step } = after([...looking, looked({ ok: false, why: 'unreachable' }), { kind: 'address-typed', address: 'r' }])
  expect(step).toEqual({ at: 'choosing', address: 'r', trouble: null })
})

test('[Y3] plain http is looked at again over https on wish, also as full-width signs write it; anything else is not', () => {
  const refusedAs = (address: string, why: string) =>
    after([{ kind: 'address-typed', address }, given, looked({ ok: false, why }), { kind: 'https-wished' }]).step
  expect(refusedAs('http://room.example:8135', 'plain-http')).toEqual({ at: 'looking', address: 'https://room.example:8135' })
  expect(refusedAs(' ＨＴＴＰ：／／room.example', 'plain-http')).toEqual({ at: 'looking', address: 'https://room.example' })
  expect(refusedAs('http://room.example', 'unreachable')).toMatchObject({ at: 'choosing', address: 'http://room.example' })
})

test('[Y4] a certificate that nobody trusts waits for a person, and the one shown is the one trusted; then the room is joined', () => {
  const shown = anUntrusted()
  expect(after(comparing)).toEqual({ step: { at: 'comparing', address, shown, isAgain: false, proof: '' }, asks: 1 })
  expect(after(trusting)).toEqual({ step: { at: 'trusting', address, shown }, asks: 2 })
  expect(after([...trusting, looked(aRoomThere)]).step).toEqual({ at: 'joining', address })
  expect(after([...comparing, back]).step).toEqual({ at: 'choosing', address, trouble: null })
})

test('[Y5] a changed certificate is trusted when the end of its fingerprint was typed, and not before', () => {
  const proof = (typedProof: string) => after([...changed, { kind: 'proof-typed', proof: typedProof }, trusted]).step.at
  expect(after([...changed, trusted]).step.at).toBe('comparing')
  for (const wrong of ['', 'F9960BD', 'F9960BD4', fingerprint.slice(0, 11)]) expect(proof(wrong)).toBe('comparing')
  for (const right of ['F9960BD3', 'F9:96:0B:D3', ' f9 96 0b d3', 'ｆ９９６：０ｂｄ３']) expect(proof(right)).toBe('trusting')
})

test('[Y6] another certificate after trusting, or after looking, is compared from the start', () => {
  const other = anUntrusted({ fingerprint: 'B0:0B', isChanged: true })
  for (const steps of [trusting, joining]) {
    expect(after([...steps, looked(other)]).step).toEqual({ at: 'comparing', address, shown: other, isAgain: true, proof: '' })
  }
})

test('[Y6] a server that is gone when it was to be trusted is not joined, and the trouble says after what', () => {
  const { step } = after([...trusting, looked({ ok: false, why: 'unreachable' })])
  expect(trouble(step)).toMatchObject({ why: 'unreachable', isAfterTrust: true })
})

test('[Y7] a start that fails leads back to the two ways, with the town and what the server said', () => {
  for (const why of ['stopped', 'cannot-start'] as const) {
    const { step } = after([typed, chosen, begun({ ok: false, why, said: 'port taken' })])
    expect(step).toEqual({ at: 'choosing', address, trouble: { of: 'machine', town: 'example', why, said: 'port taken' } })
  }
})

test('[Y8] accounts and password stay through every failure to enter, and no step back loses them', () => {
  const ready = { at: 'ready', server: aRoomBegun.server, begun: aRoomBegun }
  expect(after(told).step).toEqual({ ...ready, trouble: null })
  expect(after([...told, back]).step).toEqual({ ...ready, trouble: null })
  expect(after([...told, enter]).step).toEqual({ ...ready, at: 'entering' })
  expect(after([...told, enter, failed]).step).toEqual({ ...ready, trouble: 'cannot-enter' })
  expect(after([...told, enter, { kind: 'entered' }]).step).toEqual({ ...ready, trouble: 'still-here' })
  expect(after([...told, enter, failed, enter]).step).toEqual({ ...ready, at: 'entering' })
})

test('[Y9] a desktop that does not answer leads back to where the ask came from', () => {
  for (const steps of [looking, trusting, joining]) {
    expect(trouble(after([...steps, failed]).step)).toMatchObject({ of: 'address', why: 'no-answer' })
  }
  expect(trouble(after([typed, chosen, failed]).step)).toEqual({ of: 'machine', town: 'example', why: 'no-answer', said: '' })
  expect(after([...entering, failed]).step).toMatchObject({ at: 'ready', begun: null, trouble: 'cannot-enter' })
})

test('[Y10] an answer that comes after the person gave up, or to an earlier look, changes nothing', () => {
  const gaveUp = after([...looking, back])
  expect(gaveUp.step).toEqual({ at: 'choosing', address, trouble: null })
  const late = { kind: 'looked', ask: 1, look: aRoomThere } as const
  expect(foldBeginning(gaveUp, late)).toBe(gaveUp)
  const second = after([given], gaveUp)
  expect(second).toEqual({ step: { at: 'looking', address }, asks: 2 })
  expect(foldBeginning(second, late)).toBe(second)
  expect(foldBeginning(second, { kind: 'failed', ask: 1 })).toBe(second)
})

test('[Y13] a room that is known already is ready to be entered, but not over what somebody has begun to do', () => {
  const known = { kind: 'room-known', server: 'https://room.example' } as const
  expect(after([known])).toEqual({ step: { at: 'ready', server: 'https://room.example', begun: null, trouble: null }, asks: 0 })
  expect(after([known, back]).step).toEqual({ at: 'choosing', address: '', trouble: null })
  for (const steps of [[typed], looking, told]) expect(after([...steps, known])).toEqual(after(steps))
})

test('[Y18] unread accounts come to a page that nobody has touched, and take nothing from one that is at work', () => {
  const unread = { kind: 'accounts-unread', begun: aRoomBegun } as const
  const known = { kind: 'room-known', server: aRoomBegun.server } as const
  const shown = { at: 'ready', server: aRoomBegun.server, begun: aRoomBegun, trouble: null }
  for (const before of [[], [known]]) expect(after([...before, unread, known]).step).toEqual(shown)
  for (const before of [[typed], looking, joining, entering, [chosen]]) expect(after([...before, unread])).toEqual(after(before))
})
