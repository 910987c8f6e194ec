import type { WebPreferences } from 'electron'
import { expect, test } from 'vitest'
import { safePreferences } from './safePreferences.ts'

test('[Q20] a sandboxed, isolated window without node opens, sandboxed by itself or with all others', () => {
  expect(safePreferences({ sandbox: true, preload: '/p' }, false)).toEqual({ sandbox: true, preload: '/p' })
  expect(safePreferences(undefined, true)).toEqual({})
})

const unsafe: readonly WebPreferences[] = [
  { sandbox: false },
  { contextIsolation: false },
  { nodeIntegration: true },
  { webSecurity: false },
  { webviewTag: true },
]

test.each(unsafe)('[Q20] a window with %o does not open', (preferences) => {
  expect(() => safePreferences(preferences, true)).toThrow(Object.keys(preferences)[0])
})

test('[Q20] a window that nobody sandboxed does not open', () => {
  expect(() => safePreferences({}, false)).toThrow('wrong: sandbox')
})
