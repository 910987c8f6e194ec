import { expect, test } from 'vitest'
import * as electron from 'electron'
import { freshElectron } from './electron.ts'

test('what is not faked says so by its name instead of being undefined', () => {
  freshElectron()
  expect(() => electron.app.getGPUFeatureStatus()).toThrow('app.getGPUFeatureStatus is not faked')
  expect(() => electron.clipboard.readText()).toThrow('clipboard.readText is not faked')
  expect(() => new electron.BrowserWindow().webContents.openDevTools()).toThrow('webContents.openDevTools is not faked')
  expect(() => electron.BrowserWindow.fromId(1)).toThrow('BrowserWindow.fromId is not faked')
})

test('a fresh Electron is what the code under test meets from then on', () => {
  const first = freshElectron()
  const window = new electron.BrowserWindow({ x: 3, y: 4, width: 500, height: 400 })
  expect(first.desktop.windows).toEqual([window])
  const second = freshElectron()
  expect(electron.BrowserWindow.getAllWindows()).toEqual([])
  expect(second.desktop.windows).toEqual([])
})

test('a window that is closed takes its page along, and one that is held stays', () => {
  const { desktop } = freshElectron()
  const window = new electron.BrowserWindow()
  const heard: string[] = []
  window.on('closed', () => heard.push('closed'))
  window.webContents.on('destroyed', () => heard.push('page gone'))
  window.once('close', (event) => event.preventDefault())
  window.close()
  expect(heard).toEqual([])
  window.close()
  expect(heard).toEqual(['page gone', 'closed'])
  expect(desktop.windows).toEqual([])
})
