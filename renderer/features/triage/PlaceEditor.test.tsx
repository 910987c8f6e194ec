import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { get } from '../../../shared/domain/board/table.ts'
import { CommunityId, GridId, type IncidentId } from '../../../shared/domain/ids.ts'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { placePicked } from '../../board/deskSlice.ts'
import { RoomProvider, useIncident, type TownView } from '../../board/room.tsx'
import { aTown, drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { PlaceEditor } from './PlaceEditor.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const square: readonly Point[] = [
  [120.22, 30.24],
  [120.23, 30.24],
  [120.23, 30.25],
  [120.22, 30.25],
]
const community = { id: CommunityId.parse('C01'), name: '秋荷社区', ring: square }
const grid = { id: GridId.parse('G0101'), name: '秋荷第1网格', community: community.id, ring: square, leader: null }
const town: TownView = { ...aTown, communities: [community], grids: [grid] }

const Now = ({ id }: { readonly id: IncidentId }) => {
  const incident = useIncident(id)
  return incident && <PlaceEditor incident={incident} />
}

const picked = async (point: Point) => {
  const story = boardBuilder()
  const id = story.report({ place: { text: '临江路', point: null } })
  const room = { ...aServedRoom(story), town }
  drawIn(
    room,
    <RoomProvider room={room}>
      <Now id={id} />
    </RoomProvider>,
  )
  fireEvent.click(screen.getByText('地图选点'))
  act(() => void room.store.dispatch(placePicked(point)))
  await waitFor(() => expect(get(story.board().incidents, id)?.place.point).toEqual(point))
  return get(story.board().incidents, id)?.place
}

test('[C23] a place picked on the map belongs to its grid, and its words stay', async () => {
  expect(await picked([120.225, 30.245])).toMatchObject({ text: '临江路', grid: grid.id, community: community.id, source: 'person' })
  expect(screen.getByText(/秋荷社区 · 秋荷第1网格/)).toBeTruthy()
  expect(screen.queryByText(/没有准确坐标/)).toBeNull()
})

test('[C23] a place outside every grid has none', async () => {
  expect(await picked([120.3, 30.3])).toMatchObject({ grid: null, community: null, source: 'person' })
})

test('[C44] a place that is typed is offered in words, keeps its house number, and gives the keyboard back', async () => {
  const story = boardBuilder()
  const id = story.report({ place: { text: '望涛路37号', point: null } })
  const point: Point = [120.225, 30.245]
  const place = { text: '望涛路37号', point, building: null, grid: grid.id, community: community.id, source: 'brain' as const }
  const found = [{ place, label: '映月金座1幢', confidence: 0.67, why: 'number one-of-2' }]
  const room = { ...aServedRoom(story, { 'place:search': () => found }), town }
  drawIn(
    room,
    <RoomProvider room={room}>
      <Now id={id} />
    </RoomProvider>,
  )
  const change = screen.getByText('修改地点').closest('button')
  change?.focus()
  fireEvent.click(screen.getByText('修改地点'))
  const offered = await screen.findByText('映月金座1幢 · 秋荷社区 · 门牌 · 2 处之一 · 67%')
  fireEvent.click(offered)
  await waitFor(() => expect(get(story.board().incidents, id)?.place.text).toBe('望涛路37号 映月金座1幢'))
  await waitFor(() => expect(document.activeElement).toBe(change))
})
