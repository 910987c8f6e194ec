import { act, render, screen, waitFor } from '@testing-library/react'
import { Provider } from 'react-redux'
import { expect, test, vi } from 'vitest'
import type { Me } from '../../../shared/contracts/session.ts'
import { AccountId, TownId } from '../../../shared/domain/ids.ts'
import { roomStore } from '../../board/store.ts'
import { aDesk, anAbout } from '../../testing/aDesk.ts'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { SessionGate } from './SessionGate.tsx'

drawsInChinese()

const liWei: Me = {
  id: AccountId.parse('operator1'),
  name: '李伟',
  role: 'operator',
  town: TownId.parse('sijijiang'),
  townName: '四季江街道',
  mustChangePassword: false,
}

/** A page of the desktop whose session is what the test says; `silent`: nobody answers. */
const open = (first: Me | null | 'silent', roomTrouble: string | null = null) => {
  let session = first
  const desk = aDesk({ 'desk:about': () => ({ ...anAbout, roomTrouble }) })
  vi.stubGlobal('fetch', () => {
    if (session === 'silent') return Promise.reject(new Error('silence'))
    return Promise.resolve(session ? Response.json(session) : new Response('', { status: 401 }))
  })
  const seen: Me[] = []
  render(
    <Provider store={roomStore()}>
      <SessionGate>
        {(me) => {
          if (seen.at(-1) !== me) seen.push(me)
          return <p>{me.name} 在岗</p>
        }}
      </SessionGate>
    </Provider>,
  )
  const changed = (next: typeof session) => {
    session = next
    return act(async () => {
      desk.tell('session:changed', {})
      await new Promise((resolve) => setTimeout(resolve))
    })
  }
  return { changed, seen, desk }
}

test('[C60] signed in at another window, this one is in too; signed out there, out here', async () => {
  const { changed } = open(null)
  await waitFor(() => expect(screen.getByLabelText('账号')).toBeTruthy())
  await changed(liWei)
  expect(screen.getByText('李伟 在岗')).toBeTruthy()
  await changed(null)
  expect(screen.getByLabelText('账号')).toBeTruthy()
})

test('[C60] the same person again, or a server that is silent, changes nothing in this window', async () => {
  const { changed, seen } = open(liWei)
  await waitFor(() => expect(screen.getByText('李伟 在岗')).toBeTruthy())
  await changed({ ...liWei })
  await changed('silent')
  expect(screen.getByText('李伟 在岗')).toBeTruthy()
  expect(seen).toHaveLength(1)
  await changed({ ...liWei, id: AccountId.parse('operator2'), name: '王芳' })
  expect(screen.getByText('王芳 在岗')).toBeTruthy()
})

test('[E66] a window that found no server is in by itself once the desktop says that the room is up', async () => {
  const { changed } = open('silent')
  await waitFor(() => expect(screen.getByRole('button')).toBeTruthy())
  await changed(liWei)
  expect(screen.getByText('李伟 在岗')).toBeTruthy()
})

test('[E66] a window that finds no server since that of this machine did not start says why, and no longer once it is elsewhere', async () => {
  const { desk } = open('silent', '端口 8135 已被占用')
  await waitFor(() => expect(screen.getByText('它说：端口 8135 已被占用')).toBeTruthy())
  expect(screen.getByText(/没有启动，正在自动重试/)).toBeTruthy()
  act(() => desk.tell('desk:changed', anAbout))
  expect(screen.queryByText(/它说/)).toBeNull()
  expect(screen.getByText(/连不上服务器/)).toBeTruthy()
})
