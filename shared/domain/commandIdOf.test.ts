import { expect, test } from 'vitest'
import { Channel } from './actor.ts'
import { commandIdOf, type Sender } from './commandIdOf.ts'
import { AccountId, BuildingId, SentId, UnitId } from './ids.ts'

/** Names that read like other senders', so that two of them meet where a door forgets its own. */
const names = ['W12', '110', 'console', 'intake', 'rate', 'demo', 'room', 'operator1', 'a'.repeat(32)]

const senders: readonly Sender[] = [
  ...names.map((name): Sender => ({ door: 'console', account: AccountId.parse(name) })),
  ...names.map((name): Sender => ({ door: 'citizen', building: BuildingId.parse(name) })),
  ...['W12', 'W1', 'ABC12345'].map((unit): Sender => ({ door: 'phone', unit: UnitId.parse(unit) })),
  ...Channel.options.map((channel): Sender => ({ door: 'intake', channel })),
  ...(['rate', 'demo', 'room'] as const).map((door): Sender => ({ door })),
]

const tap = 'tap-00001'
const ids = [tap, ...names.map((name) => `${name}:${tap}`), `intake:110:${tap}`, `console:W12:${tap}`, ':::::::::', '.'.repeat(80)]

test('[W7] whatever ids they make, no two senders ever meet', () => {
  const all = senders.flatMap((sender) => ids.map((id) => commandIdOf(sender, SentId.parse(id))))
  expect(new Set(all).size).toBe(senders.length * ids.length)
})

test('[W7] the same id of the same sender is the same command', () => {
  for (const sender of senders) expect(commandIdOf({ ...sender }, tap)).toBe(commandIdOf(sender, tap))
})

test('[W7] what a phone kept for later before an upgrade is the same command after it', () => {
  expect(commandIdOf({ door: 'phone', unit: UnitId.parse('W12') }, tap)).toBe('W12:tap-00001')
})
