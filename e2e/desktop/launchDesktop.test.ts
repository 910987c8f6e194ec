import { expect, test } from 'vitest'
import { whichDesktop } from './launchDesktop.ts'

test('[Q27] the named Electron comes before the installed one', () => {
  expect(whichDesktop({ XIAONAO_ELECTRON: process.execPath }, () => '/installed')).toEqual({ kind: 'electron', program: process.execPath })
  expect(whichDesktop({}, () => '/installed')).toEqual({ kind: 'electron', program: '/installed' })
})

test('[Q27] a named one that is not there is not replaced by another', () => {
  expect(() => whichDesktop({ XIAONAO_ELECTRON: '/not/there' }, () => '/installed')).toThrow('/not/there')
})

test('[Q27] without any the stand-in runs, and says why', () => {
  expect(whichDesktop({}, () => undefined)).toEqual({ kind: 'stand-in', why: 'stand-in: no Electron binary here' })
})
