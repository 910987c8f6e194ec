import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { DeskAbout } from '../../../shared/contracts/desk.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aDesk, anAbout } from '../../testing/aDesk.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { acceleratorOf } from './acceleratorOf.ts'
import { SetDesk } from './SetDesk.tsx'

drawsInChinese()

const draw = (onLayouts?: () => void) => {
  const town = boardBuilder()
  drawIn(aRoom(town.board(), town.now()), <SetDesk {...(onLayouts && { onLayouts })} />)
}

const withSettings = (settings: Partial<DeskAbout['settings']>): DeskAbout => ({
  ...anAbout,
  settings: { ...anAbout.settings, ...settings },
})

/** A desktop that keeps what is set, with its dialog open. */
const open = async (first: Partial<DeskAbout['settings']> = {}, onLayouts?: () => void) => {
  let about = withSettings(first)
  const desk = aDesk({
    'desk:about': () => about,
    'desk:set': (wish) => (about = withSettings({ ...about.settings, ...(wish as Partial<DeskAbout['settings']>) })),
    'update:see': () => ({ state: 'staged', version: '0.2.0', waitsFor: 'alarms' }),
    'diagnostics:export': () => ({ ok: true, path: '/home/desk/d.zip' }),
    'room:leave': () => undefined,
  })
  draw(onLayouts)
  fireEvent.click(screen.getByRole('button', { name: '本席设置' }))
  await screen.findByLabelText('接下一起的全局快捷键')
  return { desk, wishes: () => desk.asked('desk:set') }
}

const value = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value

test('[C63] a browser has no settings of a desk', () => {
  draw()
  expect(screen.queryByRole('button', { name: '本席设置' })).toBeNull()
})

test.each([
  [{ code: 'KeyN', ctrlKey: true, altKey: true }, 'CommandOrControl+Alt+N'],
  [{ code: 'Digit7', altKey: true, shiftKey: true }, 'Alt+Shift+7'],
  [{ code: 'F9' }, 'F9'],
  [{ code: 'KeyN' }, null],
  [{ code: 'KeyF', shiftKey: true }, null],
  [{ code: 'ControlLeft', ctrlKey: true }, null],
])('[C63] pressed %j the hot key is %s', (pressed, accelerator) => {
  expect(acceleratorOf({ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...pressed })).toBe(accelerator)
})

test('[C63] hot key, start and proxy are told to the desktop, and shown as it answers', async () => {
  const { wishes } = await open()
  expect(value('接下一起的全局快捷键')).toBe('Ctrl + Alt + N')
  fireEvent.keyDown(screen.getByLabelText('接下一起的全局快捷键'), { key: 'F8', code: 'F8' })
  await waitFor(() => expect(value('接下一起的全局快捷键')).toBe('F8'))
  fireEvent.click(screen.getByRole('switch', { name: '开机时启动' }))
  fireEvent.change(screen.getByLabelText('代理服务器'), { target: { value: ' http://10.0.0.1:3128 ' } })
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(value('代理服务器')).toBe('http://10.0.0.1:3128'))
  expect(wishes()).toEqual([{ hotKey: 'F8' }, { startsWithSystem: true }, { proxy: 'http://10.0.0.1:3128' }])
})

test('[C63] a hot key that another program has, and a machine without a key store, say so', async () => {
  await open({ hasHotKey: false, keepsSession: false })
  expect(screen.getByText(/被别的程序占用/)).toBeTruthy()
  expect(screen.getByText(/没有系统密钥库/)).toBeTruthy()
})

test('[C63] an update waits for the alarms, then for a person; diagnostics say where they lie', async () => {
  const { desk } = await open()
  await screen.findByText('0.2.0 已下载，等告警都确认后安装')
  expect(screen.queryByRole('button', { name: '重启并安装' })).toBeNull()
  act(() => desk.tell('update:changed', { state: 'staged', version: '0.2.0', waitsFor: 'person' }))
  fireEvent.click(screen.getByRole('button', { name: '重启并安装' }))
  expect(desk.asked('update:do')).toEqual([{ what: 'install' }])
  fireEvent.click(screen.getByRole('button', { name: '导出诊断文件' }))
  expect(await screen.findByText('已存为 /home/desk/d.zip')).toBeTruthy()
})

test('[C63] the room is left only after a second word', async () => {
  const { desk } = await open()
  fireEvent.click(screen.getByRole('button', { name: '离开这个指挥室…' }))
  expect(desk.asked('room:leave')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '留下' }))
  fireEvent.click(screen.getByRole('button', { name: '离开这个指挥室…' }))
  fireEvent.click(screen.getByRole('button', { name: '离开' }))
  expect(desk.asked('room:leave')).toEqual([{}])
})

test('[C63] the way to the window layouts is there where the page has them', async () => {
  const toLayouts = vi.fn()
  await open({}, toLayouts)
  fireEvent.click(screen.getByRole('button', { name: '窗口布局…' }))
  expect(toLayouts).toHaveBeenCalledOnce()
})
