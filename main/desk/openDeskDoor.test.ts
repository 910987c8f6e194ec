import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { FakeContents } from '../testing/fakeContents.ts'
import { freshElectron } from '../testing/electron.ts'
import { openDeskDoor, type DeskAnswers } from './openDeskDoor.ts'
import { trustedSenders, type WindowKind } from './trustedSenders.ts'

const page = 'app://xiaonao/'

const aDoor = (answers: Partial<DeskAnswers>) => {
  const { ipcMain: door } = freshElectron()
  const senders = trustedSenders()
  const refused: string[] = []
  const troubles: unknown[] = []
  openDeskDoor({
    senders,
    answers,
    refused: (name, why) => refused.push(`${name}: ${why}`),
    onTrouble: (error) => troubles.push(error),
  })
  const from = (kind: WindowKind | null) => {
    const contents = new FakeContents()
    if (kind) senders.add(contents as unknown as WebContents, kind)
    return contents.asker({ url: page })
  }
  return { door, from, refused, troubles }
}

const heard = (said: unknown[]): Partial<DeskAnswers> => ({
  'room:use': (payload, { kind, contents }) => {
    said.push({ payload, kind, contents: contents.id })
    return { ok: false, why: 'unreachable' }
  },
})

test('[G9] an honest page is answered, and who asks is known inside', async () => {
  const said: unknown[] = []
  const { door, from, refused } = aDoor(heard(said))
  const asker = from('begin')
  expect(await door.ask('room:use', asker, { address: ' room.example ' })).toEqual({ ok: false, why: 'unreachable' })
  expect(said).toEqual([{ payload: { address: 'room.example' }, kind: 'begin', contents: asker.sender.id }])
  expect(refused).toEqual([])
})

test('[G9, G10] strangers and windows that are for something else are refused before anything is done', async () => {
  const said: unknown[] = []
  const { door, from, refused } = aDoor(heard(said))
  for (const kind of [null, 'console', 'wall', 'supervise'] as const)
    await expect(door.ask('room:use', from(kind), { address: 'room.example' })).rejects.toThrow(/^refused$/)
  expect(said).toEqual([])
  expect(refused).toHaveLength(4)
})

test.each([
  undefined,
  null,
  'room.example',
  [],
  {},
  { address: '' },
  { address: 3 },
  { address: 'x'.repeat(301) },
  { address: 'room.example', more: true },
  { address: { toString: 'room.example' } },
])('[G11] %j is refused as everything is refused', async (payload) => {
  const said: unknown[] = []
  const { door, from } = aDoor(heard(said))
  await expect(door.ask('room:use', from('begin'), payload)).rejects.toThrow(/^refused$/)
  expect(said).toEqual([])
})

test('[G11] what is refused is logged without what the page said', async () => {
  const { door, from, refused } = aDoor(heard([]))
  await expect(door.ask('room:use', from('begin'), { address: 3, secret: 'secret' })).rejects.toThrow()
  expect(refused).toHaveLength(1)
  expect(refused.join()).not.toContain('secret')
})

test('[G11] what failed inside is logged in words and told in none', async () => {
  const { door, from, troubles } = aDoor({
    'desk:about': () => Promise.reject(new Error('EACCES: /home/wang/workstation.json')),
    'room:look': () => {
      throw new Error('token secret-token')
    },
  })
  await expect(door.ask('desk:about', from('wall'), {})).rejects.toThrow(/^failed$/)
  await expect(door.ask('room:look', from('begin'), { address: 'x' })).rejects.toThrow(/^failed$/)
  expect(troubles.map(String)).toEqual(['Error: EACCES: /home/wang/workstation.json', 'Error: token secret-token'])
})

test('[G11] what has no answer is no door', async () => {
  const { door, from } = aDoor({})
  await expect(door.ask('desk:about', from('console'), {})).rejects.toThrow('No handler')
})
