import { expect, test } from 'vitest'
import { AccountId } from '../../shared/domain/ids.ts'
import { keptSession } from './keptSession.ts'

const room = 'https://room.example'
const wang = AccountId.parse('operator1')

const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff)

/** A machine with a key store and a disk, over restarts. */
const aMachine = () => {
  const machine = {
    isReady: true,
    disk: null as Uint8Array | null,
    isFull: false,
    changes: 0,
    troubles: [] as unknown[],
    start: () =>
      keptSession({
        vault: {
          isReady: () => machine.isReady,
          lock: (plain) => turned(new TextEncoder().encode(plain)),
          unlock: (locked) => new TextDecoder('utf-8', { fatal: true }).decode(turned(locked)),
        },
        file: {
          read: () => machine.disk,
          write: (bytes) => {
            if (machine.isFull) throw new Error('ENOSPC')
            machine.disk = bytes
          },
          remove: () => {
            if (machine.isFull) throw new Error('EROFS')
            machine.disk = null
          },
        },
        changed: () => (machine.changes += 1),
        onTrouble: (error) => machine.troubles.push(error),
      }),
  }
  return machine
}

test('[G18] a session is there after a restart, and not in clear on the disk', () => {
  const machine = aMachine()
  machine.start().keep(room, 'secret-token', wang)
  expect(Buffer.from(machine.disk ?? []).toString('latin1')).not.toContain('secret-token')
  const again = machine.start()
  expect(again.tokenFor(room)).toBe('secret-token')
  expect(again.person()).toBeNull()
  again.isPerson(wang)
  expect(again.person()).toBe(wang)
})

test('[G14] a token is for the server that made it and for no other', () => {
  const session = aMachine().start()
  session.keep(room, 'secret-token', wang)
  expect(['https://other.example', 'http://room.example', null].map(session.tokenFor)).toEqual([null, null, null])
})

test('[G18] without a key store the session ends with the program, and an older one does not stay on the disk', () => {
  const machine = aMachine()
  machine.start().keep(room, 'older', wang)
  machine.isReady = false
  const session = machine.start()
  expect(session.isKept()).toBe(false)
  session.keep(room, 'secret-token', wang)
  expect(session.tokenFor(room)).toBe('secret-token')
  expect(machine.disk).toBeNull()
  machine.isReady = true
  expect(machine.start().tokenFor(room)).toBeNull()
})

test('[G18] signing out leaves nothing on the disk, and is told once', () => {
  const machine = aMachine()
  const session = machine.start()
  session.keep(room, 'secret-token', wang)
  session.forget()
  session.forget()
  expect([session.tokenFor(room), session.person(), machine.disk, machine.changes]).toEqual([null, null, null, 2])
})

test.each([
  ['garbage', new Uint8Array([1, 2, 3])],
  ['other words', turned(new TextEncoder().encode('{"token":3}'))],
  ['no object', turned(new TextEncoder().encode('null'))],
])('[G18] a file of %s is no session, and signing in works', (_, disk) => {
  const machine = aMachine()
  machine.disk = disk
  const session = machine.start()
  expect(session.tokenFor(room)).toBeNull()
  session.keep(room, 'secret-token', wang)
  expect(machine.start().tokenFor(room)).toBe('secret-token')
})

test('[G18] a disk that cannot be written costs the restart, not the session', () => {
  const machine = aMachine()
  machine.isFull = true
  const session = machine.start()
  session.keep(room, 'secret-token', wang)
  expect(session.tokenFor(room)).toBe('secret-token')
  session.forget()
  expect(session.tokenFor(room)).toBeNull()
  expect(machine.troubles).toHaveLength(2)
})
