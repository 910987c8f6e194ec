import { expect, test } from 'vitest'
import type { Me } from '../../shared/contracts/session.ts'
import { AccountId, TownId } from '../../shared/domain/ids.ts'
import type { HttpAnswer } from '../feed/http.ts'
import { enterForEver, pauseMs, type Entry } from './enterForEver.ts'

const me: Me = {
  id: AccountId.parse('wall-1'),
  name: '大厅',
  role: 'wall',
  town: TownId.parse('siji'),
  townName: '四季',
  mustChangePassword: false,
}
const away: HttpAnswer<Me> = { ok: false, kind: 'unreachable' }
const refused = (error: string): HttpAnswer<Me> => ({
  ok: false,
  kind: 'refused',
  status: 401,
  error: { error, field: null, zh: `${error}。`, en: error },
})

/** Long enough for every promise that waits for no timer. */
const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

/** Answers in turn, the last one for ever; pauses pass when the test says so. */
const aDoor = (answers: readonly HttpAnswer<Me>[], files: readonly (string | null)[] = ['files']) => {
  const entries: Entry<string>[] = []
  const pauses: number[] = []
  let wake: (() => void) | null = null
  let [asked, loaded] = [0, 0]
  const stop = enterForEver<string>({
    enter: async () => answers[Math.min(asked++, answers.length - 1)] ?? away,
    load: async () => files[Math.min(loaded++, files.length - 1)] ?? null,
    after: (ms, act) => {
      pauses.push(ms)
      wake = act
      return () => void (wake = null)
    },
    chance: () => 0,
    onEntry: (entry) => entries.push(entry),
  })
  const pass = async () => {
    await settled()
    const act = wake
    wake = null
    act?.()
    await settled()
  }
  return { entries, pauses, stop, pass, last: () => entries.at(-1), asked: () => asked, isWaiting: () => wake !== null }
}

test('[V18] it goes on through an absent server, ever more slowly, until it is in', async () => {
  const door = aDoor([away, away, away, { ok: true, value: me }])
  for (let i = 0; i < 4; i++) await door.pass()
  expect(door.pauses).toEqual([500, 1_000, 2_000])
  expect(door.last()).toEqual({ state: 'in', me, files: 'files' })
  expect(door.isWaiting()).toBe(false)
})

test('[V18] it is not in before the town came too', async () => {
  const door = aDoor([{ ok: true, value: me }], [null, 'files'])
  await settled()
  expect(door.last()).toMatchObject({ state: 'entering', tries: 1, said: null })
  await door.pass()
  expect(door.last()).toMatchObject({ state: 'in' })
})

test.each(['revoked', 'no-wall', 'malformed'])('[V18] “%s” ends it, in the server’s words', async (error) => {
  const door = aDoor([away, refused(error)])
  await door.pass()
  await door.pass()
  expect(door.last()).toMatchObject({ state: 'ended', said: { zh: `${error}。` } })
  expect(door.asked()).toBe(2)
  expect(door.isWaiting()).toBe(false)
})

test('[V18] any other no is said and tried again: a server may have been started on the wrong data', async () => {
  const door = aDoor([refused('unknown'), { ok: true, value: me }])
  await settled()
  expect(door.last()).toMatchObject({ state: 'entering', tries: 1, said: { error: 'unknown' } })
  await door.pass()
  expect(door.last()).toMatchObject({ state: 'in' })
})

test('[V18] pauses grow to a minute and no further, and chance halves them at most', () => {
  expect([0, 1, 2, 6, 50].map((tries) => pauseMs(tries, 1))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000])
  expect(pauseMs(50, 0)).toBe(30_000)
})

test('[V18] a page that is taken away asks no more', async () => {
  const door = aDoor([away])
  await settled()
  door.stop()
  await door.pass()
  expect(door.asked()).toBe(1)
})

test('[V29] news are no reason to wait: it tries at once, an answer from before them counts no more, and once in it hears none', async () => {
  const entries: Entry<string>[] = []
  const asked: ((answer: HttpAnswer<Me>) => void)[] = []
  let tell: (() => void) | null = null
  enterForEver<string>({
    enter: () => new Promise((resolve) => asked.push(resolve)),
    load: () => Promise.resolve('files'),
    after: () => () => {},
    chance: () => 0,
    news: (listener) => {
      tell = listener
      return () => void (tell = null)
    },
    onEntry: (entry) => entries.push(entry),
  })
  tell!()
  asked[0]?.(refused('nobody'))
  await settled()
  expect(entries).toHaveLength(1)
  asked[1]?.({ ok: true, value: me })
  await settled()
  expect([entries.at(-1)?.state, tell]).toEqual(['in', null])
})
