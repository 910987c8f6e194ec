import { describe, expect, test } from 'vitest'
import type { AssignmentState } from '../../shared/domain/incident/assignment.ts'
import { asIfDone } from './asIfDone.ts'
import { takeToken } from './linkToken.ts'
import { mapLinks } from './mapLinks.ts'
import { newTasks } from './newTasks.ts'
import { canGiveFeedback, canReturn, nextStep } from './nextStep.ts'
import { withPhrase } from './quickPhrases.ts'
import { randomId } from '../ui/randomId.ts'
import { fitted } from './shrinkPhoto.ts'
import { a1, aFieldTask, aFieldView, e1, idOf, w1 } from './testing/aFieldView.ts'
import { isWorthKeeping } from './thinFixes.ts'
import type { Waiting } from './waiting.ts'

const about = { incident: e1, assignment: a1 }

test('[F23] 签收 → 出发 → 到场 → 处置 → 反馈: one next step at a time', () => {
  const states: readonly AssignmentState[] = ['assigned', 'accepted', 'enroute', 'onscene', 'handling', 'resolved', 'returned', 'recalled']
  expect(states.map((state) => nextStep(aFieldTask({ state })))).toEqual([
    'unit.accept',
    'unit.depart',
    'unit.arrive',
    'unit.handle',
    'feedback',
    null,
    null,
    null,
  ])
  expect(states.filter((state) => canReturn(aFieldTask({ state })))).toEqual(['assigned', 'accepted', 'enroute'])
  expect(states.filter((state) => canGiveFeedback(aFieldTask({ state })))).toEqual(['accepted', 'enroute', 'onscene', 'handling'])
})

describe('as if done', () => {
  const tap = (n: number, command: Extract<Waiting, { kind: 'command' }>['command']): Waiting => ({
    kind: 'command',
    id: idOf(n),
    unit: w1,
    doneAt: n,
    command,
  })

  test('[F24] the page shows what was tapped as done, and says that it is not sent', () => {
    const waiting = [tap(1, { type: 'unit.accept', ...about }), tap(2, { type: 'unit.depart', ...about })]
    const [task] = asIfDone(aFieldView(), waiting, (at) => at + 1_000).tasks
    expect(task).toMatchObject({ isUnsent: true, assignment: { state: 'enroute', acceptedAt: 1_001, departedAt: 1_002 } })
  })

  test('[F24] a call for help without a network is shown as not sent', () => {
    expect(asIfDone(aFieldView(), [tap(1, { type: 'sos.raise', unit: w1, point: null })], (at) => at).sos).toEqual({
      at: 1,
      isUnsent: true,
    })
    expect(asIfDone(aFieldView({ sosAt: 7 }), [], (at) => at).sos).toEqual({ at: 7, isUnsent: false })
    expect(asIfDone(aFieldView(), [], (at) => at).sos).toBeNull()
  })

  test('[F24] photos that wait are counted, and a task without taps is as the room said', () => {
    const photo: Waiting = { kind: 'photo', id: idOf(1), unit: w1, doneAt: 1, ...about, point: null, bytes: new Uint8Array() }
    expect(asIfDone(aFieldView(), [photo], (at) => at).tasks[0]).toMatchObject({
      photosWaiting: 1,
      isUnsent: false,
      assignment: { state: 'assigned' },
    })
  })
})

describe('positions', () => {
  const fix = (at: number, lon: number) => ({ at, point: [lon, 30] as const, accuracyM: 5 })
  test.each([
    ['the first', null, fix(0, 120), true],
    ['5 s later at the same place', fix(0, 120), fix(5_000, 120), false],
    ['10 s later at the same place', fix(0, 120), fix(10_000, 120), true],
    ['1 s later, 29 m on', fix(0, 120), fix(1_000, 120.0003), true],
    ['older than the last', fix(9_000, 120), fix(1_000, 121), false],
  ])('[F22] %s', (_name, last, next, expected) => {
    expect(isWorthKeeping(last, next)).toBe(expected)
  })
})

test('[F25] the way to a place is given in the coordinates of each map app', () => {
  const onAndroid = mapLinks([120.2225, 30.244], '临江路42号', false)
  expect(onAndroid.map(({ app }) => app)).toEqual(['amap', 'baidu', 'tencent', 'other'])
  const [amap, baidu, tencent, geo] = onAndroid.map(({ href }) => decodeURIComponent(href))
  expect(amap).toContain('dlat=30.2415580&dlon=120.2270100')
  expect(baidu).toContain('latlng:30.2478389,120.2334410')
  expect(tencent).toContain('tocoord=30.2415580,120.2270100')
  expect(geo).toBe('geo:30.2440000,120.2225000?q=30.2440000,120.2225000(临江路42号)')
  expect(mapLinks([120.2225, 30.244], 'x', true).map(({ href }) => href.split(':')[0])).toEqual(['iosamap', 'baidumap', 'qqmap', 'maps'])
})

describe('the link', () => {
  const surroundings = (hash: string, kept: string | null) => {
    const box = new Map(kept === null ? [] : [['xn-field-link', kept]])
    let isCleared = false
    const storage = { getItem: (key: string) => box.get(key) ?? null, setItem: (key: string, value: string) => void box.set(key, value) }
    return { taken: takeToken({ storage, hash, clearHash: () => void (isCleared = true) }), isCleared, kept: box.get('xn-field-link') }
  }
  const link = 'abcDEF123_-abcDEF123'

  test('[F26] a link in the address is kept on the phone and taken out of the address', () => {
    expect(surroundings(`#${link}`, null)).toEqual({ taken: { token: link, isNew: true }, isCleared: true, kept: link })
  })
  test('[F26] without one in the address the kept one is used; without any there is none', () => {
    expect(surroundings('', link)).toEqual({ taken: { token: link, isNew: false }, isCleared: false, kept: link })
    expect(surroundings('#not a link', null).taken).toBeNull()
  })
  test('[F26] another link replaces the kept one, and is known to be another', () => {
    expect(surroundings(`#${link}`, 'an-older-link-of-this-phone').taken).toEqual({ token: link, isNew: true })
    expect(surroundings(`#${link}`, link).taken).toEqual({ token: link, isNew: false })
  })
})

test('[F27] only a task that waits to be accepted and was not there before rings', () => {
  const before = aFieldView({ tasks: [] })
  expect(newTasks(before, aFieldView())).toEqual([a1])
  expect(newTasks(null, aFieldView())).toEqual([a1])
  expect(newTasks(aFieldView(), aFieldView())).toEqual([])
  expect(newTasks(before, aFieldView({ tasks: [aFieldTask({ state: 'accepted' })] }))).toEqual([])
})

test('[F28] phrases are added to what is written, each once', () => {
  expect(withPhrase('', '已劝离', true)).toBe('已劝离')
  expect(withPhrase('到场。', '已劝离', true)).toBe('到场；已劝离')
  expect(withPhrase('到场；已劝离', '已劝离', true)).toBe('到场；已劝离')
  expect(withPhrase('On scene.', 'Cleared', false)).toBe('On scene; Cleared')
})

test('[F28] a photo is made to fit, never larger', () => {
  expect(fitted(4_000, 3_000)).toEqual([2_048, 1_536])
  expect(fitted(300, 200)).toEqual([300, 200])
  expect(fitted(10_000, 1)).toEqual([2_048, 1])
})

test('[F20] ids are made where randomUUID is missing', () => {
  expect(randomId({ getRandomValues: (bytes) => (bytes as unknown as Uint8Array).fill(10) as never })).toBe('0a'.repeat(16))
})
