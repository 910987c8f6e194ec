import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardBuilder, wangFang } from '../../testing/boardBuilder.ts'
import { wallOf } from '../board/board.ts'
import { WallId } from '../ids.ts'
import { endedStaysMs, sceneOf } from './scene.ts'
import type { WallPlan, WallWish } from './wall.ts'

const plan: WallPlan = {
  name: '大厅',
  pages: ['map', 'figures', 'eyes'],
  secondsPerPage: 10,
  theme: 'dark',
  language: 'zh-CN',
  hasSound: false,
}
const id = WallId.parse('wall-1')

const hung = (wish: Partial<WallPlan> = {}) => {
  const story = boardBuilder()
  story.say({ type: 'wall.arrange', wall: null, plan: { ...plan, ...wish } }, wangFang)
  const show = (to: WallWish) => story.say({ type: 'wall.show', wall: id, wish: to }, wangFang)
  const scene = (laterMs = 0) => {
    const wall = wallOf(story.board(), id)
    if (!wall) throw new Error('The wall hangs')
    return sceneOf(story.board(), wall, story.now() + laterMs)
  }
  return { story, show, scene }
}

test('[V3] pages turn in their order, from the instant of the wish, for ever', () => {
  const { scene } = hung()
  const seen = [0, 9_999, 10_000, 20_000, 30_000, 3_600_000].map((laterMs) => scene(laterMs))
  expect(seen).toMatchObject(['map', 'map', 'figures', 'eyes', 'map', 'map'].map((page) => ({ kind: 'page', page })))
  // A screen whose clock is behind the wish shows what was wished.
  expect(scene(-5_000)).toEqual(scene(0))
})

test('[V3] at every instant one page is up, and the next comes when it was said to', () => {
  const { scene, story } = hung()
  fc.assert(
    fc.property(fc.nat(10_000_000), (laterMs) => {
      const now = scene(laterMs)
      if (now.kind !== 'page' || now.turnsAt === null) throw new Error('It turns')
      const leftMs = now.turnsAt - (story.now() + laterMs)
      expect(leftMs).toBeGreaterThan(0)
      expect(scene(laterMs + leftMs - 1)).toEqual(now)
      expect(scene(laterMs + leftMs)).toMatchObject({ at: (now.at + 1) % 3 })
    }),
  )
})

test('[V3] the next page begins at once and turns on from there; a held page and a single page never turn', () => {
  const { show, scene, story } = hung()
  story.wait(3_000)
  show({ kind: 'pages', from: 'eyes' })
  expect([scene(), scene(9_999), scene(10_000)]).toMatchObject([{ page: 'eyes' }, { page: 'eyes' }, { page: 'map' }])
  show({ kind: 'page', page: 'figures' })
  expect(scene(86_400_000)).toEqual({ kind: 'page', page: 'figures', at: 1, turnsAt: null })
  expect(hung({ pages: ['stages'] }).scene(50_000)).toEqual({ kind: 'page', page: 'stages', at: 0, turnsAt: null })
})

test('[V3] arranged at another pace the turning begins anew; an incident that is up stays', () => {
  const { show, scene, story } = hung()
  story.wait(25_000)
  story.say({ type: 'wall.arrange', wall: id, plan: { ...plan, secondsPerPage: 60 } }, wangFang)
  expect(scene()).toMatchObject({ page: 'map', turnsAt: story.now() + 60_000 })
  const incident = story.report()
  show({ kind: 'incident', incident })
  story.say({ type: 'wall.arrange', wall: id, plan }, wangFang)
  expect(scene()).toMatchObject({ kind: 'incident', incident: { id: incident } })
})

test('[V5] an incident stays while it is open, two minutes after it ended, and then the pages turn from the first', () => {
  const { show, scene, story } = hung()
  const incident = story.report()
  show({ kind: 'incident', incident })
  expect(scene(86_400_000)).toMatchObject({ kind: 'incident', leavesAt: null })
  story.wait(61_000).say({ type: 'incident.cancel', incident, reason: '误报' })
  expect(scene(endedStaysMs - 1)).toMatchObject({ kind: 'incident', leavesAt: story.now() + 120_000 })
  expect(scene(endedStaysMs)).toMatchObject({ kind: 'page', page: 'map', turnsAt: story.now() + 130_000 })
  story.wait(endedStaysMs + 1_000).say({ type: 'incident.reopen', incident, reason: '又来' })
  expect(scene()).toMatchObject({ kind: 'incident', incident: { id: incident }, leavesAt: null })
})

test('[V5] an incident that has left the board is not waited for', () => {
  const { show, scene, story } = hung()
  const incident = story.report()
  show({ kind: 'incident', incident })
  story.say({ type: 'incident.cancel', incident, reason: '误报' })
  story.wait(80 * 3_600_000).report()
  expect(story.board().incidents.size).toBe(1)
  expect(scene()).toMatchObject({ kind: 'page' })
})

test('[V6] a part is shown as the whole it went into, and stays with it', () => {
  const { show, scene, story } = hung()
  const [part, into] = [story.report(), story.report()]
  show({ kind: 'incident', incident: part })
  story.say({ type: 'incidents.merge', into, incidents: [part] })
  expect(scene(86_400_000)).toMatchObject({ kind: 'incident', incident: { id: into }, leavesAt: null })
  story.say({ type: 'incident.cancel', incident: into, reason: '误报' })
  expect(scene(endedStaysMs)).toMatchObject({ kind: 'page' })
})
