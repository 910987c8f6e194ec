import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AccountId, UnitId } from '../../shared/domain/ids.ts'
import type { WallPlan } from '../../shared/domain/wall/wall.ts'
import { boardBuilder, wangFang, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../testing/aRoom.tsx'
import { noLayout } from '../testing/noLayout.ts'
import { MachineProvider, type Machine } from './machine.ts'
import { WallView } from './WallView.tsx'

beforeEach(() => {
  noLayout()
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const plan: WallPlan = {
  name: '指挥大厅',
  pages: ['figures', 'eyes'],
  secondsPerPage: 10,
  theme: 'dark',
  language: 'zh-CN',
  hasSound: true,
}

const hung = (wish: Partial<WallPlan> = {}, town: BoardBuilder = boardBuilder()) => {
  town.say({ type: 'wall.arrange', wall: null, plan: { ...plan, ...wish } }, wangFang)
  return town
}

const itself = { id: AccountId.parse('wall-1'), name: '指挥大厅', role: 'wall' } as const

const draw = (town: BoardBuilder, { me = itself, asked = null }: { readonly me?: object; readonly asked?: string | null } = {}) => {
  const room = aRoom(town.board(), town.now(), { me })
  const did: string[] = []
  const timers: { readonly ms: number; readonly act: () => void }[] = []
  const machine: Machine = {
    after: (ms, then) => {
      const timer = { ms, act: then }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
    chance: () => 0,
    reload: () => void did.push('reload'),
    chime: () => void did.push('chime'),
  }
  drawIn(
    room,
    <MachineProvider value={machine}>
      <WallView asked={asked} />
    </MachineProvider>,
  )
  /** Lets the room's clock pass, and the page's second come. */
  const pass = (ms: number) =>
    act(() => {
      town.wait(ms)
      room.feed.setNow(town.now())
      vi.advanceTimersByTime(1_000)
    })
  const say = (...said: Parameters<BoardBuilder['say']>) => {
    act(() => room.feed.tell.onEvents(town.say(...said)))
    pass(1_000)
  }
  const scene = () => document.querySelector('.xn-wall')?.getAttribute('data-scene')
  return { room, did, timers, pass, say, scene }
}

test('[V19] the wall turns by the room’s clock, and always says the time and how fresh it is', () => {
  const { pass, scene } = draw(hung())
  expect(scene()).toBe('figures')
  expect(screen.getByText('实时')).toBeTruthy()
  pass(10_000)
  expect(scene()).toBe('eyes')
  expect(screen.getByText('09:00:10')).toBeTruthy()
  pass(10_000)
  expect(scene()).toBe('figures')
})

test('[V19] cut, it says since when, fades, and lets no countdown run on; back, it is live again', () => {
  const town = hung({ pages: ['eyes'] })
  town.report()
  const { room, pass } = draw(town)
  pass(70_000)
  expect(screen.getByText('超 0:10')).toBeTruthy()
  act(() => room.feed.tell.onLink({ state: 'cut', since: town.now() }))
  pass(600_000)
  expect(screen.getByRole('status').textContent).toContain('已断开 10:00')
  expect(screen.getByRole('status').textContent).toContain('以下是 09:01:10 的情况，不是现在')
  expect(screen.getByText('超 0:10')).toBeTruthy()
  expect(Number(screen.getByRole('main').style.opacity)).toBeLessThan(0.6)
  act(() => room.feed.tell.onLink({ state: 'live' }))
  pass(1_000)
  expect(screen.getByText('超 10:11')).toBeTruthy()
  expect(screen.getByRole('main').style.opacity).toBe('1')
})

test('[V20] a fault on one page stays there; the others turn on, and after a minute the wall loads itself anew', () => {
  const town = hung({ pages: ['stages', 'eyes'] })
  const profiles = town
    .board()
    .profiles.map((profile) => ({ ...profile, stages: profile.stages.map((stage) => ({ ...stage, limitMs: 1_000 })) }))
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { room, pass, scene, timers, did } = draw(town)
  // A board that no fold would make: the stages cannot be drawn from it.
  act(() => room.feed.tell.onBoard({ ...town.board(), profiles: profiles.map((profile) => ({ ...profile, stages: null as never })) }))
  pass(1_000)
  expect(screen.getByRole('alert').textContent).toBe('这一页出错了，其他页照常')
  act(() => room.feed.tell.onBoard(town.board()))
  pass(10_000)
  expect(scene()).toBe('eyes')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(timers.map(({ ms }) => ms)).toEqual([60_000])
  timers[0]?.act()
  expect(did).toEqual(['reload'])
  silent.mockRestore()
})

test('[V20] when the server speaks another version the wall loads itself anew', () => {
  const { room, timers, did } = draw(hung())
  act(() => room.feed.tell.onLink({ state: 'outdated' }))
  expect(screen.getByText('版本已更新，即将自动刷新')).toBeTruthy()
  expect(timers.map(({ ms }) => ms)).toEqual([5_000])
  timers[0]?.act()
  expect(did).toEqual(['reload'])
})

test('[V21] an incident on the wall shows nothing of who called and none of their words', () => {
  const town = hung()
  const incident = town.report({
    text: '楼上王阿姨家又打孩子了，快来',
    report: { caller: { name: '陈女士', phone: '13812345678' } },
    place: { text: '太和广场3幢1205室' },
  })
  const { say } = draw(town)
  say({ type: 'wall.show', wall: 'wall-1' as never, wish: { kind: 'incident', incident } }, wangFang)
  const text = document.body.textContent ?? ''
  expect(text).toContain('太和广场3幢')
  for (const secret of ['王阿姨', '陈女士', '5678', '1205']) expect(text).not.toContain(secret)
})

test('[V22] an incident on the wall says what, where, how urgent, its three clocks, who goes, and who put it up', () => {
  const town = hung({}, boardBuilder().units({ id: 'W1', name: '田涛' }))
  const incident = town.report({ assessment: { urgency: 'high' } })
  town.send(incident, UnitId.parse('W1'))
  const { say, pass } = draw(town)
  say({ type: 'wall.show', wall: 'wall-1' as never, wish: { kind: 'incident', incident } }, wangFang)
  const shown = within(screen.getByRole('article', { name: incident }))
  for (const word of ['紧急', '非警务', '接报', '流转', '到场', '田涛', '待签收', /^距 \d+ m/]) expect(shown.getByText(word)).toBeTruthy()
  expect(screen.getByText('王芳 于 09:00 放上大屏')).toBeTruthy()
  say({ type: 'unit.accept', incident, assignment: `${incident}/1` as never })
  expect(shown.getByText(/^约 \d+ 分 · \d+ m/)).toBeTruthy()
  say({ type: 'unit.recall', incident, assignment: `${incident}/1` as never, reason: '改派' })
  say({ type: 'incident.cancel', incident, reason: '误报' })
  expect(shown.getByText(/1:5\d 后离开大屏/)).toBeTruthy()
  pass(120_000)
  expect(screen.queryByRole('article')).toBeNull()
})

test('[V24] it sounds once for an incident that is put up, and not where that was not arranged', () => {
  for (const hasSound of [true, false]) {
    const town = hung({ hasSound })
    const [one, other] = [town.report(), town.report()]
    town.say({ type: 'wall.show', wall: 'wall-1' as never, wish: { kind: 'incident', incident: one } }, wangFang)
    const { say, pass, did } = draw(town)
    pass(5_000)
    expect(did).toEqual([])
    say({ type: 'wall.show', wall: 'wall-1' as never, wish: { kind: 'incident', incident: other } }, wangFang)
    pass(5_000)
    expect(did).toEqual(hasSound ? ['chime'] : [])
    cleanup()
  }
})

test('[V13] a wall that is removed says so', () => {
  const { say } = draw(hung())
  say({ type: 'wall.remove', wall: 'wall-1' as never }, wangFang)
  expect(screen.getByText('这块大屏已撤除')).toBeTruthy()
})

test('[V1] a wall wears the theme and speaks the language it was arranged with', () => {
  const { room, say } = draw(hung({ theme: 'light' }))
  expect(room.store.getState().desk.theme).toBe('light')
  say({ type: 'wall.arrange', wall: 'wall-1' as never, plan: { ...plan, language: 'en' } }, wangFang)
  expect(room.store.getState().desk).toMatchObject({ theme: 'dark', language: 'en' })
})

test('[V10] units in danger are told on every page', () => {
  const town = hung({}, boardBuilder().units({ id: 'W1' }))
  const { say } = draw(town)
  expect(screen.queryByText('‼ 求救 1')).toBeNull()
  say({ type: 'sos.raise', unit: UnitId.parse('W1'), point: null }, { kind: 'unit', id: UnitId.parse('W1') })
  expect(screen.getByText('‼ 求救 1')).toBeTruthy()
})

test('[V30] beside a console it shows the wall that was asked for, says where there is none of that name, and takes it up once there is', () => {
  const { say, scene } = draw(hung({ name: '东墙', pages: ['eyes'] }), { me: {}, asked: '西墙' })
  expect(scene()).toBe('map')
  expect(screen.getByText('没有叫“西墙”的大屏，轮播全部页面')).toBeTruthy()
  say({ type: 'wall.arrange', wall: null, plan: { ...plan, name: '西墙', pages: ['figures'] } }, wangFang)
  expect([scene(), screen.queryByText(/没有叫/)]).toEqual(['figures', null])
})

test('[V30] a room without walls is shown page by page in the looks of the desk, and speaks its language', () => {
  const heard = new Map<string, (news: unknown) => void>()
  Object.assign(window, { desk: { hear: (name: string, listener: (news: unknown) => void) => (heard.set(name, listener), () => {}) } })
  const { pass, scene, room } = draw(boardBuilder(), { me: {} })
  const first = scene()
  pass(20_000)
  expect(scene()).not.toBe(first)
  act(() => heard.get('desk:changed')?.({ settings: { language: 'en' } }))
  expect([room.store.getState().desk.language, screen.getByRole('main').getAttribute('aria-label')]).toEqual(['en', 'Wall'])
  Reflect.deleteProperty(window, 'desk')
})
