import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Opinion, OpinionAnswer } from '../../../shared/contracts/opinion.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { boardBuilder, liWei } from '../../../shared/testing/boardBuilder.ts'
import { useIncident } from '../../board/room.tsx'
import { NoAnswer } from '../../feed/feed.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { speech } from '../../ui/words.ts'
import { Classification } from './Classification.tsx'
import { ReportWords } from './ReportWords.tsx'

drawsInChinese()

const Card = ({ id }: { readonly id: IncidentId }) => {
  const incident = useIncident(id)
  return (
    incident && (
      <>
        <ReportWords incident={incident} />
        <Classification incident={incident} />
      </>
    )
  )
}

const c10 = KindCode.parse('C10')
const given = (more: Partial<Opinion> = {}): OpinionAnswer => ({
  state: 'given',
  opinion: { summary: '楼上深夜装修扰民', kind: c10, questions: ['还在响吗？'], ...more },
})

type Wish = { readonly hasSecondOpinion?: boolean; readonly role?: Role }

const drawn = (answer: () => OpinionAnswer | Promise<OpinionAnswer>, { hasSecondOpinion = true, role = 'operator' }: Wish = {}) => {
  const town = boardBuilder()
  const id = town.report()
  const served = aServedRoom(town, {
    'incident:questions': () => [],
    'opinion:ask': async () => ({ ok: true, answer: await answer() }),
  })
  const room = { ...served, hasSecondOpinion, me: { ...served.me, role } }
  drawIn(room, <Card id={id} />)
  const asked = () => room.feed.heard.filter(({ name }) => name === 'opinion:ask')
  return { town, id, room, asked }
}

const toggle = () => screen.queryByRole('button', { name: /第二意见|Second opinion/ })
const open = () => act(async () => void fireEvent.click(toggle() as HTMLElement))
const opinion = () => screen.queryByRole('region', { name: /第二意见|Second opinion/ })

test('[B59] a card that was opened asks nothing; only opening the second opinion does, and closing it takes it away', async () => {
  const { asked, id } = drawn(() => given())
  expect(opinion()).toBeNull()
  expect(asked()).toEqual([])
  await open()
  expect(asked()).toEqual([{ name: 'opinion:ask', payload: { incident: id, language: 'zh' } }])
  expect(toggle()?.getAttribute('aria-expanded')).toBe('true')
  await open()
  expect(opinion()).toBeNull()
})

test('[B59] it is marked as a model’s view that is no part of the incident, and says the sentence, the kind and what may be asked', async () => {
  drawn(() => given())
  await open()
  expect(opinion()?.textContent).toContain('大模型的看法，可能有误；不记入事件，不派单')
  expect(opinion()?.textContent).toContain('楼上深夜装修扰民')
  expect(opinion()?.textContent).toContain('类型：邻里纠纷')
  expect(screen.getByRole('list', { name: '可再问' }).textContent).toBe('还在响吗？')
})

test.each<[string, Wish]>([
  ['the room has no model', { hasSecondOpinion: false }],
  ['the role only watches', { role: 'leader' }],
  ['the role is of the district', { role: 'district' }],
])('[B59] where %s, none is offered', (_, wish) => {
  drawn(() => given(), wish)
  expect(toggle()).toBeNull()
})

test('[B59] a matter that has ended is offered none', async () => {
  const { room, town, id } = drawn(() => given())
  await open()
  await act(async () => room.feed.tell.onEvents(town.say({ type: 'incident.cancel', incident: id, reason: '误报' }, liWei)))
  expect(toggle()).toBeNull()
  expect(opinion()).toBeNull()
})

test('[B59] while it is asked it says so', async () => {
  let answer: (said: OpinionAnswer) => void = () => {}
  drawn(() => new Promise((resolve) => (answer = resolve)))
  await open()
  expect(opinion()?.textContent).toContain('正在询问模型…')
  await act(async () => answer(given()))
  expect(opinion()?.textContent).not.toContain('正在询问')
})

test.each([
  ['off', '本指挥室没有配置模型'],
  ['busy', '模型正忙'],
  ['resting', '一分钟内不再询问'],
  ['late', '3 秒内没有回答'],
  ['down', '联系不上模型'],
  ['unusable', '看不懂'],
] as const)('[B59] none (%s) says why, and may be asked again', async (why, words) => {
  const said: OpinionAnswer[] = [{ state: 'none', why }, given()]
  const { asked } = drawn(() => said.shift() ?? given())
  await open()
  expect(opinion()?.textContent).toContain(words)
  await act(async () => void fireEvent.click(screen.getByText('再问一次')))
  expect(opinion()?.textContent).toContain('楼上深夜装修扰民')
  expect(asked()).toHaveLength(2)
})

test('[B59] nobody who answers is said as well', async () => {
  drawn(() => Promise.reject(new NoAnswer('opinion:ask')))
  await open()
  expect(opinion()?.textContent).toContain('没有问成')
})

test('[B57] markup in an opinion is shown as it was written', async () => {
  drawn(() => given({ summary: '<img src=x onerror=alert(1)><b>派警察</b>', questions: ['<script>x</script>'] }))
  await open()
  expect(opinion()?.textContent).toContain('<img src=x onerror=alert(1)><b>派警察</b>')
  expect(opinion()?.textContent).toContain('<script>x</script>')
  expect(opinion()?.querySelector('img, b, script')).toBeNull()
})

test('[B59] the kind that the incident has is no difference, and none of the list is said', async () => {
  drawn(() => given({ kind: KindCode.parse('C02') }))
  await open()
  expect(opinion()?.textContent).toContain('与当前类型一致')
  expect(screen.queryByText('查看类型')).toBeNull()
  cleanup()
  drawn(() => given({ kind: null }))
  await open()
  expect(opinion()?.textContent).toContain('没有说出清单里的类型')
})

test('[B59] another kind is said; the button looks it up in the ordinary choice and changes nothing until a person chooses', async () => {
  const { room } = drawn(() => given())
  await open()
  expect(opinion()?.textContent).toContain('≠ 当前是生活噪音')
  const commands = () => room.feed.heard.filter(({ name }) => name === 'command:do').map(({ payload }) => payload)
  await act(async () => void fireEvent.click(screen.getByText('查看类型')))
  const choice = screen.getByRole('combobox', { name: '类型' })
  expect(choice.getAttribute('aria-expanded')).toBe('true')
  expect((choice as HTMLInputElement).value).toBe('C10')
  const options = () => [...document.querySelectorAll('.ant-select-item-option-content')].map((one) => one.textContent)
  expect(options()).toEqual(['C10 邻里纠纷'])
  expect(commands()).toEqual([])
  await act(async () => void fireEvent.click(screen.getByText('C10 邻里纠纷')))
  await waitFor(() =>
    expect(commands()).toMatchObject([{ command: { type: 'incident.amend', changes: { kind: 'C10' }, was: { kind: 'C02' } } }]),
  )
  expect(choice.getAttribute('aria-expanded')).toBe('false')
  expect(opinion()?.textContent).toContain('与当前类型一致')
})

test('[B59] what was looked up gives way to what is typed, and is gone once the choice is closed', async () => {
  drawn(() => given())
  await open()
  await act(async () => void fireEvent.click(screen.getByText('查看类型')))
  const choice = screen.getByRole('combobox', { name: '类型' }) as HTMLInputElement
  await act(async () => void fireEvent.change(choice, { target: { value: '燃气' } }))
  expect(choice.value).toBe('燃气')
  await act(async () => void fireEvent.keyDown(choice, { key: 'Escape', keyCode: 27 }))
  expect(choice.getAttribute('aria-expanded')).toBe('false')
  expect(choice.value).toBe('')
})

test('[B56] another language or a later report asks anew', async () => {
  const { asked, room, town, id } = drawn(() => given())
  await open()
  await act(async () => void (await speech.changeLanguage('en')))
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ payload: { language: 'en' } }))
  const other = town.report()
  await act(async () =>
    room.feed.tell.onEvents([...town.events().slice(-1), ...town.say({ type: 'incidents.merge', into: id, incidents: [other] }, liWei)]),
  )
  await waitFor(() => expect(asked()).toHaveLength(3))
})
