import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { get } from '../../../shared/domain/board/table.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { boardBuilder, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { useIncident } from '../../board/room.tsx'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { AskWhistle } from './AskWhistle.tsx'
import { Standing } from './Standing.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const Now = ({ id }: { readonly id: IncidentId }) => {
  const incident = useIncident(id)
  return incident && <Standing incident={incident} />
}

test('[C20] the other side’s answer is taken down at the desk, and a refused transfer comes back', async () => {
  const town = boardBuilder()
  const id = town.report()
  town.say({ type: 'incident.transfer', incident: id, to: '12345', town: null, reason: '非紧急诉求' })
  drawIn(aServedRoom(town), <Now id={id} />)
  expect(screen.getByText(/等待对方答复/)).toBeTruthy()
  fireEvent.click(screen.getByText('登记：对方退回'))
  await act(() => fireEvent.click(screen.getByText('不属对方受理范围')))
  await waitFor(() => expect(screen.getByText(/对方退回/).textContent).toContain('不属对方受理范围'))
  expect(screen.queryByText(/等待对方答复/)).toBeNull()
  expect(get(town.board().incidents, id)?.end).toBeNull()
})

test('[C20] a department that reports in is written down by name', async () => {
  const town = boardBuilder()
  const id = town.report()
  town.say({ type: 'incident.whistle', incident: id, departments: ['区应急管理局', '区城管局'], matter: '夜宵店占道' }, wangFang)
  drawIn(aServedRoom(town), <Now id={id} />)
  const [first] = screen.getAllByText('登记报到')
  if (first) fireEvent.click(first)
  const field = screen.getByLabelText('区应急管理局：报到人姓名')
  fireEvent.change(field, { target: { value: '钱工' } })
  await act(() => fireEvent.click(screen.getByText('确定')))
  await waitFor(() => expect(screen.getByText(/钱工 已报到/)).toBeTruthy())
  expect(screen.getAllByText('登记报到')).toHaveLength(1)
})

test('[C20] a whistle without departments is not sent and says so', () => {
  const town = boardBuilder()
  const id = town.report()
  const incident = get(town.board().incidents, id)
  if (!incident) throw new Error('a report always becomes an incident')
  const said: unknown[] = []
  drawIn(aServedRoom(town), <AskWhistle incident={incident} onSay={(command) => void said.push(command)} onClose={() => {}} />)
  fireEvent.change(screen.getByLabelText('什么事要部门到场'), { target: { value: '夜宵店占道' } })
  fireEvent.click(screen.getByText('确定'))
  expect(said).toEqual([])
  expect(screen.getByRole('alert').textContent).toBe('先选择部门，再写事由')
})
