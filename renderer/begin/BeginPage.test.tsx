import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { aStorage } from '../testing/aStorage.ts'
import { drawsInChinese } from '../testing/drawsInChinese.ts'
import { BeginPage } from './BeginPage.tsx'
import { drawn, enter, escape, field, heading, look, press, type } from './testing/drawn.tsx'
import { aboutWith } from './testing/fakeDesk.ts'
import { anUntrusted, aRoomBegun, aRoomThere } from './testing/looks.ts'

drawsInChinese()

const focused = () => document.activeElement?.textContent

test('[Y1] [Y11] the focus begins in the address; Enter looks, joins and enters', async () => {
  const { names } = await drawn({ 'room:look': [aRoomThere], 'room:use': [aRoomThere], 'room:enter': ['waits'] })
  expect(document.activeElement).toBe(field())
  await look('room.example:8135')
  expect(names()).toEqual(['room:look', 'room:use', 'room:enter'])
  expect(heading()).toMatch(/正在打开/)
})

test('[Y2] a refusal stands beside the address, which is still there, has the focus, and is looked at again on Enter', async () => {
  const { names } = await drawn({ 'room:look': [{ ok: false, why: 'unreachable' }] })
  await look('room.example')
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toMatch(/没有回应.*请核对/)
  expect(field().getAttribute('aria-describedby')).toBe(alert.id)
  expect([field().value, document.activeElement === field()]).toEqual(['room.example', true])
  await enter()
  expect(names()).toEqual(['room:look', 'room:look'])
  await type('room.exampl')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('[Y3] plain http says why, and https is one key away', async () => {
  const { asked } = await drawn({ 'room:look': [{ ok: false, why: 'plain-http' }, 'waits'] })
  await look('http://room.example')
  expect(screen.getByRole('alert').textContent).toMatch(/密码和来电号码/)
  await press(/改用 https/)
  expect(asked().at(-1)?.payload).toEqual({ address: 'https://room.example' })
})

test('[Y11] Escape gives up a look, and the focus is in the address still', async () => {
  await drawn({ 'room:look': ['waits'] })
  await look('room.example')
  expect(screen.getByText(/正在查看 room.example/)).toBeTruthy()
  expect(field().readOnly).toBe(true)
  await escape()
  expect(screen.queryByText(/正在查看/)).toBeNull()
  expect([field().readOnly, field().value, document.activeElement === field()]).toEqual([false, 'room.example', true])
})

test('[Y11] each step has the focus on its heading, and the switches of looks come after everything else', async () => {
  await drawn({ 'room:look': [anUntrusted()], 'room:begin': [aRoomBegun], 'room:enter': ['waits'] })
  const order = () => screen.getAllByRole('button').map((button) => button.textContent)
  expect(order().slice(-2)).toEqual(['浅色', 'English'])
  await look('room.example')
  expect([focused(), document.activeElement?.tagName]).toEqual([heading(), 'H1'])
  await escape()
  await press(/示例街道/)
  expect([focused(), order().slice(-2)]).toEqual([heading(), ['浅色', 'English']])
  await press(/已抄下/)
  expect(focused()).toBe(heading())
})

test('[Y12] the language is switched at any step without losing it, told to the desktop and remembered with the theme', async () => {
  const { asked, storage } = await drawn({ 'room:look': [anUntrusted({ isChanged: true })] })
  await look('room.example')
  await type('F996')
  await press(/^English$/)
  expect(heading()).toBe('Compare the server’s certificate')
  expect(field().value).toBe('F996')
  expect(asked().at(-1)).toEqual({ name: 'desk:set', payload: { language: 'en' } })
  await press(/^Light$/)
  expect([document.documentElement.lang, document.documentElement.dataset['theme']]).toEqual(['en', 'light'])
  expect(JSON.parse(storage.getItem('xiaonao.console') ?? '')).toEqual({ language: 'en', theme: 'light' })
})

test('[Y12] the page begins dark and Chinese, and speaks what the desktop speaks', async () => {
  const { answer } = await drawn({ 'desk:about': ['waits'] })
  expect([document.documentElement.dataset['theme'], heading()]).toEqual(['dark', '这台工作站属于哪个指挥室？'])
  await act(async () => answer(aboutWith(null, 'en')))
  expect(heading()).toBe('Which room does this workstation belong to?')
})

test('[Y13] a workstation that has a room is one key from it, or chooses another', async () => {
  const { names } = await drawn({ 'desk:about': [aboutWith('https://room.example')], 'room:enter': ['refuses', 'waits'] })
  expect(screen.getByText('https://room.example')).toBeTruthy()
  await press(/^进入$/)
  expect(screen.getByRole('alert').textContent).toMatch(/窗口没有打开/)
  await press(/换一个/)
  expect(field().value).toBe('')
  expect(names()).toEqual(['room:enter'])
})

test.each([[null], ['http://127.0.0.1:8135']])(
  '[Y18] accounts that nobody has written down are shown as the page comes (room known: %s)',
  async (known) => {
    const { names } = await drawn({
      'desk:about': [aboutWith(known)],
      'room:begun': [{ begun: aRoomBegun }],
      'room:enter': ['waits'],
    })
    expect(screen.getByText(aRoomBegun.password ?? '')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /换一个/ })).toBeNull()
    await press(/已抄下/)
    expect(names()).toEqual(['room:enter'])
  },
)

test('[Y14] a browser is told that the page is not for it', async () => {
  await act(async () => void render(<BeginPage desk={null} beginning={null} storage={aStorage()} />))
  expect(heading()).toMatch(/属于小脑桌面程序/)
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('[Y15] the storage keeps looks and nothing else, whatever was typed and shown', async () => {
  const { storage } = await drawn({ 'room:look': [anUntrusted()], 'room:begin': [aRoomBegun] })
  const kept = vi.spyOn(Storage.prototype, 'setItem')
  await look('room.example')
  await escape()
  await press(/示例街道/)
  await press(/^English$/)
  expect(kept).not.toHaveBeenCalled()
  kept.mockRestore()
  expect(storage.length).toBe(1)
  expect(JSON.parse(storage.getItem('xiaonao.console') ?? '')).toEqual({ language: 'en', theme: 'dark' })
})

test('[Y17] a wall’s link says what this machine will be, goes to the desktop whole, and is shown without its pass', async () => {
  const pass = 'x'.repeat(43)
  const { asked } = await drawn({ 'room:look': ['waits'] })
  await type(`https://room.example/wall/#${pass}`)
  expect(screen.getByText(/这台机器将成为大屏/)).toBeTruthy()
  await enter()
  expect(asked().at(-1)?.payload).toEqual({ address: `https://room.example/wall/#${pass}` })
  expect(screen.getByText(/正在查看 https:\/\/room.example\/wall\/ …/)).toBeTruthy()
  expect(document.body.textContent).not.toContain(pass)
  await escape()
  await type('https://room.example/')
  expect(screen.queryByText(/这台机器将成为大屏/)).toBeNull()
})

test.each([true, false])(
  '[Y17] on a machine that keeps secrets %s, a wall’s link says whether it outlives the program',
  async (keepsSession) => {
    const about = aboutWith(null)
    await drawn({ 'desk:about': [{ ...about, settings: { ...about.settings, keepsSession } }] })
    expect(screen.queryByText(/没有系统密钥库/)).toBeNull()
    await type(`https://room.example/wall/#${'x'.repeat(43)}`)
    expect(screen.getByText(/这台机器将成为大屏/)).toBeTruthy()
    expect(screen.queryByText(/没有系统密钥库/) === null).toBe(keepsSession)
  },
)
