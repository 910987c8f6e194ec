import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serverClock } from '../feed/serverClock.ts'
import { speech } from '../ui/words.ts'
import { FieldPage } from './FieldPage.tsx'
import { fieldRoom } from './fieldRoom.ts'
import { openPhoneStore } from './phoneStore.ts'
import { SosButton } from './SosButton.tsx'
import { aFieldTask, aFieldView, idOf } from './testing/aFieldView.ts'
import { aRoom } from './testing/aRoom.ts'
import { eventually } from '../../shared/testing/eventually.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.setAttribute('open', '')
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.removeAttribute('open')
  }
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const show = async (room = aRoom()) => {
  let ids = 0
  const now = () => aFieldView().now
  const phone = fieldRoom({
    store: await openPhoneStore(),
    api: room.api,
    clock: serverClock(now),
    now,
    newId: () => idOf((ids += 1)),
    later: () => () => undefined,
  })
  await phone.open()
  const ring = vi.fn()
  const shown = render(<FieldPage room={phone} api={room.api} isApple={false} vibrate={() => undefined} ring={ring} />)
  return { ...shown, phone, room, ring }
}

test('[F3] the task says what, where, who called and what to watch out for', async () => {
  const { container } = await show()
  for (const text of ['邻里纠纷', '紧急', '主办', '临江路42号 钱潮露台 3幢1205', '有暴力行为', '民警 李伟'])
    expect(container.textContent).toContain(text)
  expect(container.textContent).toContain('138****5678')
  expect(container.textContent).toContain('有犬只或危险动物')
  expect(container.textContent).toContain('还剩 5:00')
})

test('[F45] the kind and the town are said in the language of the page', async () => {
  await speech.changeLanguage('en')
  try {
    const { container } = await show()
    for (const text of ['dispute between neighbours', 'Sijijiang']) expect(container.textContent).toContain(text)
    for (const text of ['邻里纠纷', '四季江街道']) expect(container.textContent).not.toContain(text)
  } finally {
    await speech.changeLanguage('zh-CN')
  }
})

test('[F23] one tap says the next step, and the button becomes the one after it', async () => {
  const { room } = await show()
  fireEvent.click(screen.getByRole('button', { name: '签收' }))
  expect(await screen.findByRole('button', { name: '出发' })).toBeTruthy()
  expect(room.order).toEqual(['unit.accept'])
})

test('[F24] without a network the page goes on and says what is not sent', async () => {
  const { room } = await show()
  room.network('down')
  fireEvent.click(screen.getByRole('button', { name: '签收' }))
  expect(await screen.findByRole('button', { name: '出发' })).toBeTruthy()
  expect(await screen.findByText(/无网络/)).toBeTruthy()
  expect(screen.getByText(/待发送 1 条/)).toBeTruthy()
  expect(screen.getByText(/未送达/)).toBeTruthy()
})

test('[F21] what the room refused is shown with its reason until it was read', async () => {
  const room = aRoom()
  room.refuse(idOf(1), { ok: false, refusal: { reason: 'wrong-step', assignment: aFieldTask().assignment.id, state: 'recalled' } })
  await show(room)
  fireEvent.click(screen.getByRole('button', { name: '签收' }))
  expect(await screen.findByText(/已撤回/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  await eventually(() => expect(screen.queryByText(/指挥室没有接受/)).toBeNull())
})

test('[F27] a task that comes while the page is open rings once', async () => {
  const room = aRoom()
  room.setView(aFieldView({ tasks: [] }))
  const { phone, ring } = await show(room)
  expect(screen.getByText('现在没有任务')).toBeTruthy()
  room.setView(aFieldView())
  await act(() => phone.exchange())
  await act(() => phone.exchange())
  expect(await screen.findByText('邻里纠纷')).toBeTruthy()
  expect(ring).toHaveBeenCalledOnce()
})

test('[F40] a phone without a network or with a dead link promises no ringing', async () => {
  const room = aRoom()
  room.setView(aFieldView({ tasks: [] }))
  const { phone } = await show(room)
  expect(screen.getByText(/新任务会响铃/)).toBeTruthy()
  room.network('down')
  await act(() => phone.exchange())
  expect(await screen.findByText(/没有网络，现在收不到新任务/)).toBeTruthy()
  room.network('dead')
  await act(() => phone.exchange())
  expect(await screen.findByText('这个页面收不到任务了。')).toBeTruthy()
  expect(screen.queryByText(/新任务会响铃/)).toBeNull()
})

test('[F28] feedback is written with a phrase and sent', async () => {
  const room = aRoom()
  room.setView(aFieldView({ tasks: [aFieldTask({ state: 'handling' })] }))
  await show(room)
  fireEvent.click(screen.getByRole('button', { name: '反馈' }))
  const send = screen.getByRole<HTMLButtonElement>('button', { name: '提交反馈' })
  expect(send.disabled).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '双方已达成和解' }))
  fireEvent.click(send)
  await eventually(() => expect(room.outboxes.at(-1)?.items[0]?.command).toMatchObject({ type: 'unit.resolve', result: '双方已达成和解' }))
})

test('[F29] help is called by holding 1.5 s, not by a touch', () => {
  vi.useFakeTimers()
  const onCall = vi.fn()
  render(<SosButton onCall={onCall} vibrate={() => undefined} />)
  const button = screen.getByRole('button')
  fireEvent.pointerDown(button)
  act(() => void vi.advanceTimersByTime(1_400))
  fireEvent.pointerUp(button)
  act(() => void vi.advanceTimersByTime(5_000))
  expect(onCall).not.toHaveBeenCalled()
  fireEvent.keyDown(button, { key: ' ' })
  act(() => void vi.advanceTimersByTime(1_500))
  expect(onCall).toHaveBeenCalledOnce()
})

test('[F29] the page has no finding of axe', async () => {
  const { container } = await show()
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})
