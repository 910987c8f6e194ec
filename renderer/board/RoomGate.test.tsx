import { act, render } from '@testing-library/react'
import { Provider } from 'react-redux'
import { expect, test, vi } from 'vitest'
import { boardBuilder, liWei } from '../../shared/testing/boardBuilder.ts'
import { aTown } from '../testing/aRoom.tsx'
import { drawsInChinese } from '../testing/drawsInChinese.ts'
import { fakeFeed } from '../testing/fakeFeed.ts'
import { RoomGate } from './RoomGate.tsx'
import { roomStore } from './store.ts'

drawsInChinese()

test('[C60] a session that ended is told once, and the next one on the same page begins', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(aTown)))
  const town = boardBuilder()
  const feed = fakeFeed(town.board(), town.now())
  const store = roomStore()
  const leave = vi.fn()
  const me = { id: liWei.id, name: liWei.name, role: liWei.role, town: aTown.id, townName: aTown.nameZh, mustChangePassword: false }
  const feedOf = () => feed
  const open = () =>
    render(
      <Provider store={store}>
        <RoomGate me={me} leave={leave} store={store} feedOf={feedOf}>
          <p>房间</p>
        </RoomGate>
      </Provider>,
    )
  const first = open()
  await first.findByText('房间')
  act(() => feed.tell.onSessionEnd('signed-out'))
  expect(leave.mock.calls).toEqual([['signed-out', true]])
  first.unmount()
  await open().findByText('房间')
  expect(leave).toHaveBeenCalledTimes(1)
})
