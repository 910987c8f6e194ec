import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BrainState, ModelScores, Share } from '../../../shared/contracts/teaching.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { TeachBrain } from './TeachBrain.tsx'
import { eventually } from '../../../shared/testing/eventually.ts'

beforeEach(noLayout)
afterEach(cleanup)

const share = (hits: number, of: number, low: number, high: number): Share => ({ value: hits / of, low, high, of })
const scores = (policeHits: number): ModelScores => ({
  kindTop1: share(80, 100, 0.71, 0.87),
  kindTop3: share(92, 100, 0.85, 0.96),
  policeRecall: share(policeHits, 50, 0.81, 0.97),
  policePrecision: share(40, 50, 0.67, 0.89),
  criticalRecall: share(12, 12, 0.76, 1),
})

const brain = (wish: Partial<BrainState> = {}): BrainState => ({
  now: 1_780_000_100_000,
  examples: { incidents: 420, corrections: 33, since: 1_779_000_000_000, heldBack: 104 },
  models: [{ number: 1, trainedAt: 1_780_000_000_000, by: '陈慧', incidents: 316, corrections: 25, shippedTexts: 14_000 }],
  inForce: { number: 0, since: null, by: null },
  lost: null,
  comparison: {
    at: 1_780_000_000_000,
    incidents: 104,
    texts: 130,
    scores: [
      { number: 1, scores: scores(44) },
      { number: 0, scores: scores(46) },
    ],
  },
  training: { state: 'none' },
  ...wish,
})

/** The page over doors that answer with this, and what was asked of them. */
const drawn = async (state: BrainState) => {
  const asked: (readonly [string, string, unknown])[] = []
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body?: string }) => {
    asked.push([method, path, body === undefined ? null : JSON.parse(body)])
    return new Response(method === 'GET' ? JSON.stringify(state) : null, { status: method === 'GET' ? 200 : 204 })
  })
  const town = boardBuilder()
  drawIn(aRoom(town.board(), town.now(), { me: { role: 'supervisor' } }), <TeachBrain />)
  await screen.findByRole('heading', { name: '保留的模型' })
  return { asked, changes: () => asked.filter(([method]) => method !== 'GET') }
}

const textOf = (role: string, name?: string | RegExp) => screen.getByRole(role, name === undefined ? {} : { name }).textContent

test('[B90] how many examples, how many corrected, since when, how many only measured by; which model is in force', async () => {
  await drawn(brain({ inForce: { number: 1, since: 1_780_000_050_000, by: '陈慧' } }))
  for (const words of [
    '420 起',
    '其中 33 起经人改正',
    '自 2026-05-17 起',
    '104 起留作测评，任何模型都不学',
    '2026-05-29 04:27 由 陈慧 启用',
  ])
    expect(screen.getByText(words)).toBeTruthy()
})

test('[B91] old and new side by side with interval and cases, and a plain sentence for the difference', async () => {
  await drawn(brain())
  const row = screen.getByRole('row', { name: /涉警的认出来了/ })
  expect(row.textContent).toBe('涉警的认出来了92% (81%–97%)88% (81%–97%)▼ 更差 可能是偶然50 ')
  expect(textOf('row', /危及生命/)).toContain('12 太少')
  expect(
    screen.getByText(/^1 号模型在警务识别上更差：50 段涉警的认出 44 段，出厂模型认出 46 段（差别在误差之内，可能是偶然）。$/),
  ).toBeTruthy()
})

test('[B91] with few incidents held back the page says so beside the scores, and shows them all the same', async () => {
  const state = brain()
  await drawn({ ...state, comparison: state.comparison && { ...state.comparison, incidents: 7 } })
  expect(screen.getByText(/留作测评的只有 7 起，不到 30 起/)).toBeTruthy()
  expect(screen.getByRole('row', { name: /类别一次判对/ })).toBeTruthy()
})

test('[B92] putting in force asks first, with the numbers and a warning of what would be missed', async () => {
  const { changes } = await drawn(brain())
  fireEvent.click(screen.getByRole('button', { name: '启用 1 号模型' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('alert').textContent).toContain('启用后可能漏掉更多涉警警情')
  expect(dialog.getByRole('row', { name: /涉警的认出来了/ })).toBeTruthy()
  expect(changes()).toEqual([])
  fireEvent.click(dialog.getByRole('button', { name: '仍然启用' }))
  await eventually(() => expect(changes()).toEqual([['PUT', '/api/manage/brain/in-force', { number: 1, was: 0 }]]))
})

test('[B92] two models that were never measured together are not put in force without saying so', async () => {
  await drawn(brain({ comparison: null }))
  fireEvent.click(screen.getByRole('button', { name: '启用 1 号模型' }))
  expect((await screen.findByRole('dialog')).textContent).toContain('没有可比的测评数字')
})

test('[B84] a running training shows how far it is and cannot be begun twice', async () => {
  await drawn(brain({ training: { state: 'running', since: 1_780_000_000_000, by: '陈慧', done: 2, of: 8 } }))
  expect(textOf('status')).toMatch(/正在训练，由 陈慧 发起，已用 1:40.*25%/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '重新训练' }).disabled).toBe(true)
})

test('[B84] a training that failed is told in words, and the next may begin', async () => {
  const { changes } = await drawn(brain({ training: { state: 'over', at: 1_780_000_000_000, fault: 'failed' } }))
  expect(screen.getByText(/训练没有成功（2026-05-29 04:26）。现用模型不变/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '重新训练' }))
  await eventually(() => expect(changes()).toEqual([['POST', '/api/manage/brain/training', null]]))
})

test('[B86] a lost model is told, and the shipped one can be chosen for good', async () => {
  const { changes } = await drawn(brain({ lost: { number: 3 } }))
  expect(screen.getByText(/3 号模型读不到或已损坏，暂用出厂模型/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '就用出厂模型' }))
  await eventually(() => expect(changes()).toEqual([['PUT', '/api/manage/brain/in-force', { number: 0, was: 0 }]]))
})
