import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { deskAsks } from '../../shared/contracts/deskNames.ts'
import { FakeContents } from '../testing/fakeContents.ts'
import { trustedSenders, type WindowKind } from './trustedSenders.ts'

const page = 'app://xiaonao/'
const kinds: readonly WindowKind[] = ['console', 'wall', 'supervise', 'begin']

const opened = (kind: WindowKind) => {
  const senders = trustedSenders()
  const contents = new FakeContents()
  senders.add(contents as unknown as WebContents, kind)
  return { senders, contents }
}

test.each(kinds)('[G9] the main frame of a page of ours is known by what its window is for: %s', (kind) => {
  const { senders, contents } = opened(kind)
  expect(senders.kindOf(contents.asker({ url: page }))).toBe(kind)
})

test.each([
  'https://room.example/',
  'app://xiaonao.evil/',
  'app://xiaonao:1/',
  'file:///app://xiaonao/',
  'about:blank',
  'about:srcdoc',
  'data:text/html,x',
  'nothing',
  '',
])('[G9] a page that is elsewhere by now is nobody: %s', (url) => {
  const { senders, contents } = opened('console')
  expect(senders.kindOf(contents.asker({ url }))).toBeNull()
})

test('[G9] a frame in a page of ours is nobody, and neither is a frame that is gone', () => {
  const { senders, contents } = opened('console')
  expect(senders.kindOf(contents.asker({ url: page, parent: {} }))).toBeNull()
  expect(senders.kindOf({ ...contents.asker({ url: page }), senderFrame: null })).toBeNull()
})

test('[G9] contents that the desktop did not open are nobody, and so are those of a closed window', () => {
  const { senders, contents } = opened('console')
  expect(senders.kindOf(new FakeContents().asker({ url: page }))).toBeNull()
  contents.gone()
  expect(senders.kindOf(contents.asker({ url: page }))).toBeNull()
})

test('[G10] every ask may be asked by some window, and a wall may ask nothing but where it is', () => {
  const { mayAsk } = trustedSenders()
  expect(deskAsks.filter((name) => !kinds.some((kind) => mayAsk(kind, name)))).toEqual([])
  expect(deskAsks.filter((name) => mayAsk('wall', name))).toEqual(['desk:about'])
})

test('[G10] whom to trust and where to belong is asked from the first page alone; what concerns the windows never from there', () => {
  const { mayAsk } = trustedSenders()
  const asks = (prefix: string) => deskAsks.filter((name) => name.startsWith(prefix))
  const joining = asks('room:').filter((name) => name !== 'room:leave')
  expect(joining.filter((name) => (['console', 'wall', 'supervise'] as const).some((kind) => mayAsk(kind, name)))).toEqual([])
  expect([...asks('layout:'), ...asks('update:'), 'room:leave' as const].filter((name) => mayAsk('begin', name))).toEqual([])
})
