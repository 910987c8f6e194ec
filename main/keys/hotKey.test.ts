import { expect, test } from 'vitest'
import { freshElectron } from '../testing/electron.ts'
import { freshWorkstation } from '../settings/workstation.ts'
import { hotKey, isHotKey } from './hotKey.ts'

test.each([freshWorkstation.hotKey ?? '', 'F9', 'Shift+F9', 'Ctrl+Space', 'Alt+Shift+N', 'Super+1'])('[E17] %s can be the key', (key) =>
  expect(isHotKey(key)).toBe(true),
)

test.each(['', '+', 'N', '5', 'Space', 'Shift+N', 'Enter', 'Ctrl', 'Ctrl+', 'Ctrl+Ctrl+N', 'N+Ctrl', 'Ctrl+N+M', 'Alt+Tab', 'Ctrl+Escape'])(
  '[E17] %s cannot',
  (key) => expect(isHotKey(key)).toBe(false),
)

test('[E17] the key is ours from the moment it is set until it is another one or given back', () => {
  const { globalShortcut } = freshElectron()
  let pressed = 0
  const key = hotKey(() => (pressed += 1))
  expect(key.set('Ctrl+Alt+N')).toBe(true)
  globalShortcut.keys.get('Ctrl+Alt+N')?.()
  expect(pressed).toBe(1)
  expect(key.set('F9')).toBe(true)
  expect([...globalShortcut.keys.keys()]).toEqual(['F9'])
  key.free()
  key.free()
  expect([globalShortcut.keys.size, key.has()]).toEqual([0, false])
})

test('[E17] another program’s key is not taken, and that is said', () => {
  const electron = freshElectron()
  electron.globalShortcut.taken = ['F9']
  const key = hotKey(() => {})
  key.set('F8')
  expect([key.set('F9'), key.has()]).toEqual([false, false])
  expect(electron.globalShortcut.keys.size).toBe(0)
})

test('[E17] no key at all is no conflict', () => {
  freshElectron()
  const key = hotKey(() => {})
  key.set('F9')
  expect([key.set(null), key.has()]).toEqual([true, false])
})
