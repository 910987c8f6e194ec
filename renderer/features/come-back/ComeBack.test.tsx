import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { boardBuilder, liWei, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { aDesk } from '../../testing/aDesk.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { askAfterMs, awayFacts } from './awayFacts.ts'
import { ComeBack } from './ComeBack.tsx'

drawsInChinese()

const minute = 60_000

/** Three reports came while 李伟 was away for 23 minutes; one was taken by somebody, one is overdue. */
const whileAway = () => {
  const town = boardBuilder()
  town.say({ type: 'incident.take', incident: town.report() }, liWei)
  const since = town.wait(minute).now()
  const overdue = town.wait(minute).report()
  town.say({ type: 'incident.take', incident: town.report() }, wangFang)
  town.wait(10 * minute)
  town.say({ type: 'clock.tick', incidents: [overdue], alarms: [] }, { kind: 'clock' })
  town.wait(12 * minute).report()
  return { town, since }
}

const open = (role: 'operator' | 'leader' = 'operator') => {
  const { town, since } = whileAway()
  const desk = aDesk()
  const onHandOver = vi.fn()
  const room = aRoom(town.board(), town.now(), { me: { role } })
  drawIn(
    room,
    <>
      <textarea aria-label="备注" />
      <ComeBack onHandOver={onHandOver} />
    </>,
  )
  const back = (awayMs: number) => act(() => desk.tell('desk:unlocked', { at: 0, awayMs }))
  return { town, room, desk, onHandOver, back, awayMs: town.now() - since }
}

test('[C61] what happened meanwhile is counted from the board: what came, what waits, what is overdue, what is in hand', () => {
  const { town, since } = whileAway()
  expect(awayFacts(town.board(), since, liWei)).toEqual({ reports: 3, waiting: 2, overdue: 1, sos: 0, inHand: 1 })
  expect(awayFacts(town.board(), town.now() + 1, wangFang)).toEqual({ reports: 0, waiting: 0, overdue: 0, sos: 0, inHand: 1 })
})

test('[C61] who was away for long is told what happened and asked whether to go on or hand over; typing goes on', () => {
  const { back, awayMs, onHandOver } = open()
  const field = screen.getByRole('textbox', { name: '备注' })
  field.focus()
  back(awayMs)
  const prompt = screen.getByRole('complementary')
  expect(prompt.textContent).toContain('离开 23 分钟')
  expect(prompt.textContent).toContain('3 起新报警，2 起还无人接手 · 1 件超时未确认 · 你手上有 1 件')
  expect(document.activeElement).toBe(field)
  fireEvent.click(screen.getByRole('button', { name: '交班' }))
  expect(onHandOver).toHaveBeenCalledOnce()
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('[C61] a short absence asks nothing; who goes again before answering is asked about the whole of it', () => {
  const { back, room, town } = open()
  back(askAfterMs - 1)
  expect(screen.queryByRole('complementary')).toBeNull()
  back(askAfterMs)
  room.feed.setNow(town.now() + 5 * minute)
  back(2 * minute)
  expect(screen.getByRole('complementary').textContent).toContain('离开 15 分钟')
  fireEvent.click(screen.getByRole('button', { name: '继续' }))
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('[C61] who may not hand over is not offered to', () => {
  const { back, awayMs } = open('leader')
  back(awayMs)
  expect(screen.getByRole('button', { name: '继续' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '交班' })).toBeNull()
})
