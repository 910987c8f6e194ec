import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Me } from '../../shared/contracts/session.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import type { HttpAnswer } from '../feed/http.ts'
import { aTown } from '../testing/aRoom.tsx'
import { fakeFeed } from '../testing/fakeFeed.ts'
import { noLayout } from '../testing/noLayout.ts'
import { WallPage } from './WallPage.tsx'
import type { WayIn } from './wayIn.ts'
import { eventually } from '../../shared/testing/eventually.ts'

beforeEach(noLayout)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const person = (id: string): HttpAnswer<Me> => ({
  ok: true,
  value: Me.parse({ id, name: id, role: 'operator', town: aTown.id, townName: aTown.nameZh, mustChangePassword: false }),
})
const no = (error: string): HttpAnswer<Me> => ({
  ok: false,
  kind: 'refused',
  status: 401,
  error: { error, field: null, zh: error, en: error },
})

const files: Readonly<Record<string, unknown>> = { '/api/taxonomy': aTaxonomy, '/api/town': aTown, '/api/settings': {} }

/** A wall on a workstation where people come and go. */
const aDesk = async (first: HttpAnswer<Me>) => {
  let answer = first
  const listeners = new Set<() => void>()
  const feeds: ReturnType<typeof fakeFeed>[] = []
  const town = boardBuilder()
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(Response.json(files[path])))
  const way: WayIn = {
    kind: 'desk',
    enter: () => Promise.resolve(answer),
    onNews: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const machine = { after: () => () => {}, chance: () => 0, reload: () => {}, chime: () => {} }
  const feedOf = () => {
    feeds.push(fakeFeed(town.board(), town.now(), { 'positions:want': () => undefined }))
    return feeds.at(-1)!
  }
  const settled = () =>
    act(async () => {
      for (let i = 0; i < 20; i++) await Promise.resolve()
    })
  render(<WallPage way={way} asked={null} machine={machine} looks={{}} keepLooks={() => {}} feedOf={feedOf} onEnded={() => {}} />)
  await settled()
  return {
    feeds,
    comes: async (next: HttpAnswer<Me>) => {
      answer = next
      act(() => listeners.forEach((listener) => listener()))
      await settled()
    },
  }
}

const isUp = () => document.querySelector('.xn-wall') !== null

test('[V29] it waits for somebody in words, is up as they sign in, and dark as they leave', async () => {
  const desk = await aDesk(no('nobody'))
  expect(await screen.findByText('等待登录')).toBeTruthy()
  expect(screen.getByRole('status').textContent).not.toMatch(/已试/)
  await desk.comes(person('operator1'))
  await eventually(() => expect(isUp()).toBe(true))
  await desk.comes(no('nobody'))
  expect(await screen.findByText('等待登录')).toBeTruthy()
  expect(isUp()).toBe(false)
})

test('[V29] the next person has a room of their own; the same one, or a silent server, changes nothing', async () => {
  const desk = await aDesk(person('operator1'))
  await eventually(() => expect(isUp()).toBe(true))
  await desk.comes(person('operator1'))
  await desk.comes({ ok: false, kind: 'unreachable' })
  expect([isUp(), desk.feeds.length]).toEqual([true, 1])
  await desk.comes(person('leader1'))
  await eventually(() => expect([isUp(), desk.feeds.length]).toEqual([true, 2]))
})

test('[V29] who may not see the room is told apart from nobody', async () => {
  await aDesk(no('may-not-watch'))
  expect(await screen.findByText(/换一个能看指挥室的账号/)).toBeTruthy()
})
