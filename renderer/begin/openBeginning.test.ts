import { expect, test } from 'vitest'
import { openBeginning } from './openBeginning.ts'
import { fakeDesk } from './testing/fakeDesk.ts'
import { anUntrusted, aRoomBegun, aRoomThere, fingerprint } from './testing/looks.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))

const address = ' ｒｏｏｍ．example：8135'

test('[Y1] [Y4] from an address to a room: each ask is made once, with the address as it was typed and the fingerprint as it was shown', async () => {
  const { desk, asked } = fakeDesk({
    'room:look': [anUntrusted()],
    'room:trust': [aRoomThere],
    'room:use': [aRoomThere],
    'room:enter': ['nothing'],
  })
  const { send, now } = openBeginning(desk)
  send({ kind: 'address-typed', address })
  send({ kind: 'address-given' })
  send({ kind: 'address-given' })
  await settled()
  expect(asked()).toEqual([{ name: 'room:look', payload: { address } }])
  send({ kind: 'certificate-trusted' })
  send({ kind: 'certificate-trusted' })
  await settled()
  expect(asked().slice(1)).toEqual([
    { name: 'room:trust', payload: { address, fingerprint } },
    { name: 'room:use', payload: { address } },
    { name: 'room:enter', payload: {} },
  ])
  expect(now().step).toMatchObject({ at: 'ready', trouble: 'still-here' })
})

test('[Y1] [Y8] the room of this machine is begun once, and entered only when a person says so', async () => {
  const { desk, asked, names } = fakeDesk({ 'room:begin': [aRoomBegun], 'room:enter': ['waits'] })
  const { send } = openBeginning(desk)
  send({ kind: 'machine-chosen', town: 'own' })
  send({ kind: 'machine-chosen', town: 'example' })
  await settled()
  expect(asked()).toEqual([{ name: 'room:begin', payload: { town: 'own' } }])
  send({ kind: 'enter-wished' })
  send({ kind: 'enter-wished' })
  await settled()
  expect(names()).toEqual(['room:begin', 'room:enter'])
})

test('[Y9] a desktop that refuses every ask leaves a person who can go on', async () => {
  const { desk } = fakeDesk()
  const { send, now } = openBeginning(desk)
  send({ kind: 'address-typed', address })
  send({ kind: 'address-given' })
  await settled()
  expect(now().step).toMatchObject({ at: 'choosing', address, trouble: { of: 'address', why: 'no-answer' } })
  send({ kind: 'machine-chosen', town: 'example' })
  await settled()
  expect(now().step).toMatchObject({ at: 'choosing', address, trouble: { of: 'machine', why: 'no-answer' } })
})

test('[Y10] who gave up a look and looks elsewhere is not led into the first room by its late answer', async () => {
  const { desk, answer, names } = fakeDesk({ 'room:look': ['waits'] })
  const { send, now } = openBeginning(desk)
  send({ kind: 'address-typed', address: 'first.example' })
  send({ kind: 'address-given' })
  send({ kind: 'went-back' })
  send({ kind: 'address-typed', address: 'second.example' })
  send({ kind: 'address-given' })
  answer(aRoomThere)
  await settled()
  expect([now().step.at, names()]).toEqual(['looking', ['room:look', 'room:look']])
  answer({ ok: false, why: 'unreachable' })
  await settled()
  expect(now().step).toMatchObject({ at: 'choosing', address: 'second.example', trouble: { why: 'unreachable' } })
})

test('[Y10] who listens hears of changes alone, until they stop', () => {
  const { send, listen } = openBeginning(fakeDesk().desk)
  let heard = 0
  const stop = listen(() => void (heard += 1))
  send({ kind: 'enter-wished' })
  expect(heard).toBe(0)
  send({ kind: 'address-typed', address })
  expect(heard).toBe(1)
  stop()
  send({ kind: 'address-typed', address: '' })
  expect(heard).toBe(1)
})
