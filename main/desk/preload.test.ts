import { expect, test } from 'vitest'
import * as electron from 'electron'
import { deskAsks, deskNews } from '../../shared/contracts/deskNames.ts'
import type { FakeContextBridge, FakeIpcRenderer } from '../testing/fakePreload.ts'
import '../preload/preload.ts'

type Bridge = {
  readonly ask: (name: string, payload: unknown) => Promise<unknown>
  readonly hear: (name: string, listener: (payload: unknown) => void) => () => void
}
const { exposed } = electron.contextBridge as unknown as FakeContextBridge
const renderer = electron.ipcRenderer as unknown as FakeIpcRenderer
const desk = exposed.get('desk') as Bridge

test('[G13] a page has two functions of the desktop and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['desk'])
  expect(Object.keys(desk)).toEqual(['ask', 'hear'])
})

test('[G13] it asks what is listed, with the one thing that it carries', async () => {
  for (const name of deskAsks) expect(await desk.ask(name, { a: 1 })).toBe(`answer to ${name}`)
  expect(renderer.asked).toEqual(deskAsks.map((name) => ({ name, args: [{ a: 1 }] })))
})

test.each(['desk:quit', '__proto__', 'length', '', 'ELECTRON_BROWSER_REQUIRE', 'desk:changed'])('[G13] it cannot ask %s', async (name) => {
  const before = renderer.asked.length
  await expect(desk.ask(name, {})).rejects.toThrow('refused')
  expect(renderer.asked).toHaveLength(before)
})

test('[G13] it hears what is listed, without the event of the bridge, until it stops', () => {
  const heard: unknown[] = []
  for (const name of deskNews) {
    const stop = desk.hear(name, (...said) => heard.push(said))
    renderer.emit(name, { sender: 'the whole process' }, { to: name })
    stop()
    renderer.emit(name, { sender: 'the whole process' }, { to: 'nobody' })
    expect(renderer.listenerCount(name)).toBe(0)
  }
  expect(heard).toEqual(deskNews.map((name) => [{ to: name }]))
})

test.each(['desk:about', 'ELECTRON_INTERNAL', ''])('[G13] it cannot hear %s', (name) => {
  expect(() => desk.hear(name, () => {})).toThrow('refused')
  expect(renderer.eventNames()).toEqual([])
})
