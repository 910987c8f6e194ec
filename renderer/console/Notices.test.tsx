import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { noticed } from '../board/noticeSlice.ts'
import { aRoom, drawIn } from '../testing/aRoom.tsx'
import { drawsInChinese } from '../testing/drawsInChinese.ts'
import { Notices } from './Notices.tsx'

drawsInChinese()

test('[C57] what is offered for later stays until a person opens it', () => {
  const town = boardBuilder()
  const incident = town.report()
  const room = aRoom(town.board(), town.now())
  drawIn(room, <Notices />)
  act(() => void room.store.dispatch(noticed({ id: 'later', at: town.now(), kind: 'offered', incident, text: '写完后再打开' })))
  expect(screen.getByText('写完后再打开')).toBeTruthy()
  act(() => screen.getByRole('button', { name: '打开' }).click())
  expect(room.store.getState().desk.incident).toBe(incident)
  expect(screen.queryByText('写完后再打开')).toBeNull()
})
