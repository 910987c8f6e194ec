import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { get } from '../../../shared/domain/board/table.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { boardBuilder, liWei, type BoardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { CardHead } from './CardHead.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const draw = (town: BoardBuilder, id: IncidentId) => {
  const incident = get(town.board().incidents, id)
  if (!incident) throw new Error('a report always becomes an incident')
  return drawIn(aServedRoom(town), <CardHead incident={incident} />).container
}

const shownStages = (container: HTMLElement) => [...container.querySelectorAll('.xn-stage-name')].map((name) => name.textContent?.trim())

test('[C40] what was merged before anybody took it shows no limit as met, and cannot be taken', () => {
  const town = boardBuilder()
  const into = town.report()
  const id = town.report()
  town.say({ type: 'incidents.merge', into, incidents: [id] })
  expect(shownStages(draw(town, id))).toEqual([])
  expect(screen.getByText(`已合并到 ${into}`)).toBeTruthy()
  expect(screen.queryByText('接手')).toBeNull()
  expect(screen.queryByText('无人接手')).toBeNull()
})

test('[C40] what was cancelled in somebody’s hand shows the limit that was met, and whose hand it was', () => {
  const town = boardBuilder()
  const id = town.report()
  town.say({ type: 'incident.take', incident: id }, liWei)
  town.say({ type: 'incident.cancel', incident: id, reason: '误报' }, liWei)
  expect(shownStages(draw(town, id))).toEqual(['接报 ✓'])
  expect(screen.getByText(/事件已取消.*经手：李伟/)).toBeTruthy()
  expect(screen.queryByText('放回队列')).toBeNull()
})
