import { expect, test } from 'vitest'
import { emptyBoard } from '../../shared/domain/board/board.ts'
import { SentId, TownId } from '../../shared/domain/ids.ts'
import { defaultThresholds } from '../../shared/domain/room/thresholds.ts'
import type { FeedListener } from '../feed/feed.ts'
import { fakeFeed } from '../testing/fakeFeed.ts'
import { retoldFeed } from './retoldFeed.ts'

const quiet = {
  onEvents: () => {},
  onPositions: () => {},
  onLink: () => {},
  onLooks: () => {},
  onWalls: () => {},
  onAdvice: () => {},
  onHealth: () => {},
  onSessionEnd: () => {},
}
const wish = { id: SentId.parse('a-command'), command: { type: 'thresholds.set', thresholds: defaultThresholds } } as const

const aFeed = (isDone: boolean) => {
  let boards = 0
  const answer = isDone ? ({ ok: true, position: 7 } as const) : ({ ok: false, refusal: { reason: 'nothing-changed' } } as const)
  const feed = retoldFeed(fakeFeed(emptyBoard(TownId.parse('siji')), 0, { 'command:do': () => answer }))
  const listener: FeedListener = { ...quiet, onBoard: () => void (boards += 1) }
  return { feed, listener, boards: () => boards }
}

test('[P22] after a command that was done the room’s settings are told again', async () => {
  const { feed, listener, boards } = aFeed(true)
  const stop = feed.start(listener)
  await feed.ask('command:do', wish)
  expect(boards()).toBe(2)
  stop()
  await feed.ask('command:do', wish)
  expect(boards()).toBe(2)
})

test('[P22] after a refusal nothing is asked anew', async () => {
  const { feed, listener, boards } = aFeed(false)
  feed.start(listener)
  await feed.ask('command:do', wish)
  expect(boards()).toBe(1)
})
