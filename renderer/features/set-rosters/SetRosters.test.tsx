import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unitOf } from '../../../shared/domain/board/board.ts'
import { UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { SetRosters } from './SetRosters.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const w1 = UnitId.parse('W1')
const day = [{ days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1020 }]
const weekend = [{ days: [6, 0], fromMinute: 540, toMinute: 900 }]
const rowOf = (name: string) => screen.getByText(name).closest('tr') ?? expect.fail(`no row of ${name}`)

test('[P24] a roster that is not the town file’s says so, and the file’s is taken again by one button', async () => {
  const town = boardBuilder().units({ id: 'W1', name: '王新', roster: day }, { id: 'W2', name: '李新', roster: day })
  town.say({ type: 'roster.set', unit: w1, roster: weekend })
  drawIn(aServedRoom(town), <SetRosters />)
  expect(within(rowOf('W1 王新')).getByText('人工设定，不随镇街文件')).toBeTruthy()
  expect(within(rowOf('W2 李新')).queryByText('人工设定，不随镇街文件')).toBeNull()

  fireEvent.click(within(rowOf('W1 王新')).getByText('改班次'))
  fireEvent.click(await screen.findByText('改回镇街文件的班次'))
  expect(screen.queryByText('改回镇街文件的班次')).toBeNull()
  expect(['开始', '结束'].map((label) => screen.getByLabelText<HTMLInputElement>(label).value)).toEqual(['08:00', '17:00'])
  await act(() => fireEvent.click(screen.getByText('保存')))
  await waitFor(() => expect(unitOf(town.board(), w1)?.definition.roster).toEqual(day))
  await waitFor(() => expect(screen.queryByText('人工设定，不随镇街文件')).toBeNull())
})
