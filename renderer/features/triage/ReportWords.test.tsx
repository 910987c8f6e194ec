import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { get } from '../../../shared/domain/board/table.ts'
import { aMorning, boardBuilder, type ReportWish } from '../../../shared/testing/boardBuilder.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { Classification } from './Classification.tsx'
import { ReportWords } from './ReportWords.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const drawn = (wish: ReportWish, isConfirmed = false) => {
  const town = boardBuilder()
  const id = town.report(wish)
  if (isConfirmed) town.say({ type: 'incident.classify', incident: id })
  const incident = get(town.board().incidents, id)
  if (!incident) throw new Error('a report always becomes an incident')
  drawIn(
    aServedRoom(town),
    <>
      <ReportWords incident={incident} />
      <Classification incident={incident} />
    </>,
  )
}

const cautions = () => screen.queryAllByRole('listitem').map((item) => item.textContent?.replace('⚠', '').trim())

test('[C18] what to watch out for stands under the words, and a proposal is not taken for a confirmation', () => {
  drawn({ text: '邻居喝醉了拿着菜刀在楼道里骂人', assessment: { kind: 'C02', reasons: ['rule:weapon'] } })
  expect(cautions()).toEqual(['可能有刀具等凶器，等警察到场再靠近', '有暴力行为，保持距离，不要单独上前', '当事人可能醉酒'])
  expect(screen.getByText(/系统建议，待确认/)).toBeTruthy()
  expect(screen.queryByText(/已确认/)).toBeNull()
})

test('[C18] nothing to watch out for draws no list; a confirmed classification says so', () => {
  drawn({}, true)
  expect(cautions()).toEqual([])
  expect(screen.getByText(/已确认/)).toBeTruthy()
  expect(screen.queryByText(/系统建议/)).toBeNull()
})

test('[C18] the other side’s time is said only where it differs by the minute', () => {
  drawn({ report: { saidAt: aMorning - 7 * 60_000 } })
  expect(screen.getByText('对方接报 08:53')).toBeTruthy()
  cleanup()
  drawn({ report: { saidAt: aMorning } })
  expect(screen.queryByText(/对方接报/)).toBeNull()
})
