import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { offer } from './offer.ts'

type Whole = { readonly beep: () => string; readonly vibrate?: () => void; title: string }
const part = (): Whole => offer<Whole>('shell', { beep: () => 'beep', title: '' })

test('[Q20] what is offered works; what is not is refused by its name', () => {
  expect(part().beep()).toBe('beep')
  expect(() => part().vibrate).toThrow('The stand-in offers no shell.vibrate.')
})

test('[Q20] what is offered can be set, and nothing else', () => {
  const shell = part()
  shell.title = 'mine'
  expect(shell.title).toBe('mine')
  expect(() => Object.assign(shell, { vibrate: () => undefined })).toThrow('The stand-in offers no shell.vibrate.')
})

test('[Q20] what the language asks of any object is no mistake', async () => {
  const shell = part()
  expect(await Promise.resolve(shell)).toBe(shell)
  expect(String(Object.keys(shell))).toBe('beep,title')
})

test('[Q20] only an event that can happen can be listened for', () => {
  const tray = offer('Tray', new EventEmitter(), ['click'])
  let clicks = 0
  tray.on('click', () => (clicks += 1))
  tray.emit('click')
  expect(clicks).toBe(1)
  expect(() => tray.on('drop', () => undefined)).toThrow("The stand-in offers no event 'drop' of Tray.")
  expect(() => tray.once('drop', () => undefined)).toThrow("The stand-in offers no event 'drop' of Tray.")
})
