import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { boardBuilder, liWei, type BoardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { useIncident } from '../../board/room.tsx'
import { NoAnswer } from '../../feed/feed.ts'
import { drawIn, type TestRoom } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import type { Answers } from '../../testing/fakeFeed.ts'
import { speech } from '../../ui/words.ts'
import { AskNext } from './AskNext.tsx'

drawsInChinese()

const Card = ({ id }: { readonly id: IncidentId }) => {
  const incident = useIncident(id)
  return incident && <AskNext incident={incident} />
}

const hurt = { zh: '有人受伤吗？', en: 'Anyone hurt?' }
const loud = { zh: '现在还在吵吗？', en: 'Is it still going on?' }

const drawn = (town: BoardBuilder, questions: NonNullable<Answers['incident:questions']>) => {
  const id = town.report()
  const room = aServedRoom(town, { 'incident:questions': questions })
  drawIn(room, <Card id={id} />)
  return { room, id }
}

const asksOf = (room: TestRoom) => room.feed.heard.filter(({ name }) => name === 'incident:questions').length
const shown = () => screen.queryAllByRole('listitem').map((item) => item.textContent)
const happened = (room: TestRoom, town: BoardBuilder, say: () => ReturnType<BoardBuilder['say']>) =>
  act(async () => {
    room.feed.tell.onEvents(say())
  })

test('[B53] the questions stand in one list in the reader’s language', async () => {
  await speech.changeLanguage('en')
  drawn(boardBuilder(), () => [hurt, loud])
  await waitFor(() => expect(shown()).toEqual(['Anyone hurt?', 'Is it still going on?']))
  expect(screen.getByRole('list', { name: 'Ask' })).toBeTruthy()
  await act(async () => void (await speech.changeLanguage('zh-CN')))
  expect(shown()).toEqual(['有人受伤吗？', '现在还在吵吗？'])
})

test('[B53] nothing left to ask, or nobody who answers, draws nothing', async () => {
  const quiet = drawn(boardBuilder(), () => [])
  await waitFor(() => expect(asksOf(quiet.room)).toBe(1))
  expect(document.querySelector('.xn-ask-next')).toBeNull()
  cleanup()
  const cut = drawn(boardBuilder(), () => Promise.reject(new NoAnswer('incident:questions')))
  await waitFor(() => expect(asksOf(cut.room)).toBe(1))
  expect(document.querySelector('.xn-ask-next')).toBeNull()
})

test('[B52] another kind takes the old questions down at once and asks anew; so does a later report', async () => {
  const town = boardBuilder()
  let answer = (): Promise<readonly (typeof hurt)[]> => Promise.resolve([loud])
  const { room, id } = drawn(town, () => answer())
  await waitFor(() => expect(shown()).toEqual(['现在还在吵吗？']))
  let arrive: (questions: readonly (typeof hurt)[]) => void = () => {}
  answer = () => new Promise((resolve) => (arrive = resolve))
  const kind = (code: string) => KindCode.parse(code)
  await happened(room, town, () =>
    town.say({ type: 'incident.amend', incident: id, changes: { kind: kind('P06') }, was: { kind: kind('C02') } }, liWei),
  )
  expect(shown()).toEqual([])
  await act(async () => arrive([hurt, loud]))
  expect(shown()).toEqual(['有人受伤吗？', '现在还在吵吗？'])
  answer = () => Promise.resolve([loud])
  const other = town.report()
  await happened(room, town, () => [
    ...town.events().slice(-1),
    ...town.say({ type: 'incidents.merge', into: id, incidents: [other] }, liWei),
  ])
  await waitFor(() => expect(shown()).toEqual(['现在还在吵吗？']))
  expect(asksOf(room)).toBe(3)
})

test('[B53] once a cut link is back they are asked anew; until then the old ones stand', async () => {
  const town = boardBuilder()
  let answer = [hurt, loud]
  const { room } = drawn(town, () => answer)
  await waitFor(() => expect(shown()).toHaveLength(2))
  await act(async () => room.feed.tell.onLink({ state: 'cut', since: town.now() }))
  expect(shown()).toHaveLength(2)
  answer = [hurt]
  await act(async () => room.feed.tell.onLink({ state: 'live' }))
  await waitFor(() => expect(shown()).toEqual(['有人受伤吗？']))
  expect(asksOf(room)).toBe(2)
})

test('[B53] a matter that has ended asks nothing', async () => {
  const town = boardBuilder()
  const { room, id } = drawn(town, () => [hurt])
  await waitFor(() => expect(shown()).toHaveLength(1))
  await happened(room, town, () => town.say({ type: 'incident.cancel', incident: id, reason: '误报' }, liWei))
  expect(shown()).toEqual([])
})
