import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { drawsInChinese } from '../testing/drawsInChinese.ts'
import { drawn, heading, press } from './testing/drawn.tsx'
import { aRoomBegun } from './testing/looks.ts'

drawsInChinese()

test('[Y7] the start says how long it has taken, and when it is longer than usual, that it goes on', async () => {
  vi.useFakeTimers()
  const { answer } = await drawn({ 'room:begin': ['waits'] })
  await press(/示例街道/)
  expect(heading()).toMatch(/正在启动/)
  await act(() => vi.advanceTimersByTimeAsync(12_000))
  expect(screen.getByText('已等 12 秒')).toBeTruthy()
  expect(screen.queryByText(/比平常久/)).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(33_000))
  expect(screen.getByRole('status').textContent).toMatch(/比平常久/)
  await act(async () => answer(aRoomBegun))
  expect(heading()).toMatch(/已在本机启动/)
  vi.useRealTimers()
})

test('[Y7] with one’s own town the file is asked for first, and choosing it slowly is not called a slow start', async () => {
  vi.useFakeTimers()
  await drawn({ 'room:begin': ['waits'] })
  await press(/自己的街道文件/)
  expect(heading()).toMatch(/选择街道文件/)
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(screen.getByRole('status').textContent).toMatch(/^如果文件已经选好/)
  vi.useRealTimers()
})

test('[Y7] a start that fails shows what the server said, and is tried again with one key, which has the focus', async () => {
  const { asked } = await drawn({ 'room:begin': [{ ok: false, why: 'cannot-start', said: 'units[12]: 班次重叠' }] })
  await press(/自己的街道文件/)
  expect(screen.getByText('units[12]: 班次重叠')).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('再启动一次')
  await press(/再启动一次/)
  expect(asked()).toEqual([
    { name: 'room:begin', payload: { town: 'own' } },
    { name: 'room:begin', payload: { town: 'own' } },
  ])
})

test('[Y7] choosing no file is no failure, and the focus is where it was', async () => {
  await drawn({ 'room:begin': [{ ok: false, why: 'stopped', said: '' }] })
  await press(/自己的街道文件/)
  expect(screen.getByRole('alert').className).toMatch(/info/)
  expect(document.activeElement?.textContent).toMatch(/自己的街道文件/)
})

test('[Y8] accounts and password are shown, and entering is the only way on; a failure keeps them', async () => {
  const { names } = await drawn({ 'room:begin': [aRoomBegun], 'room:enter': ['refuses', 'waits'] })
  await press(/示例街道/)
  const shown = () => [aRoomBegun.password ?? '', 'operator1', 'admin1'].map((text) => screen.getByText(text).tagName)
  expect(shown()).toEqual(['CODE', 'CODE', 'CODE'])
  expect(screen.getByText('所有账号的密码')).toBeTruthy()
  expect(screen.queryByText(/首次登录后/)).toBeNull()
  await press(/已抄下，进入/)
  expect(screen.getByRole('alert').textContent).toMatch(/窗口没有打开/)
  expect(shown()).toHaveLength(3)
  await press(/已抄下，进入/)
  expect([names(), heading()]).toEqual([['room:begin', 'room:enter', 'room:enter'], expect.stringMatching(/正在打开/)])
})

test('[Y8] a password that must be changed says so; a room that had accounts before says that', async () => {
  const one = { ...aRoomBegun, accounts: [{ id: 'admin', name: '管理员' }], mustChange: true }
  await drawn({ 'room:begin': [one] })
  await press(/自己的街道文件/)
  expect(screen.getByText('密码')).toBeTruthy()
  expect(screen.getByText(/首次登录后要改/)).toBeTruthy()
})

test('[Y8] a room that had accounts before shows none and says so', async () => {
  await drawn({ 'room:begin': [{ ...aRoomBegun, accounts: [], password: null }] })
  await press(/示例街道/)
  expect(screen.getByText(/以前就有账号/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /复制/ })).toBeNull()
  expect(screen.getByRole('button', { name: '进入' })).toBeTruthy()
})

test('[Y8] the password is copied; where the machine does not let a page copy, that is said', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: async (text: string) => void copied.push(text) } })
  await drawn({ 'room:begin': [aRoomBegun] })
  await press(/示例街道/)
  await press(/复制密码/)
  expect([copied, screen.getByRole('status').textContent]).toEqual([[aRoomBegun.password], '已复制'])
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: () => Promise.reject(new Error('denied')) } })
  await press(/复制密码/)
  expect(screen.getByRole('status').textContent).toMatch(/请手抄/)
})
