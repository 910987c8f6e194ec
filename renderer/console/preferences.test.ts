import { expect, test } from 'vitest'
import { aDesk } from '../board/deskSlice.ts'
import { aStorage } from '../testing/aStorage.ts'
import { keepPreferences, preferences } from './preferences.ts'
import { regionOf } from './region.ts'

test('[C16] looks, language and sound are remembered; a broken memory is an empty one', () => {
  const storage = aStorage()
  expect(preferences(storage)).toEqual({})
  keepPreferences(storage, { ...aDesk, theme: 'light', language: 'en', isMuted: true })
  expect(preferences(storage)).toEqual({ theme: 'light', language: 'en', isMuted: true })
  storage.setItem('xiaonao.console', '{"theme":"pink","language":')
  expect(preferences(storage)).toEqual({})
})

test('[C16] a window shows one region alone when its address says so', () => {
  expect([regionOf('?region=map'), regionOf('?region=nothing'), regionOf('')]).toEqual(['map', 'all', 'all'])
})
