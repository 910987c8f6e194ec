import type { Session } from 'electron'
import { expect, test } from 'vitest'
import { FakeSession } from '../testing/fakeSession.ts'
import { limitPermissions } from './permissions.ts'

const own = 'app://xiaonao'
const all = [
  'notifications',
  'fullscreen',
  'media',
  'geolocation',
  'clipboard-read',
  'openExternal',
  'pointerLock',
  'hid',
  'usb',
  'serial',
  'display-capture',
  'midi',
  'unknown',
] as const

const aSession = () => {
  const session = new FakeSession()
  limitPermissions(session as unknown as Session, own)
  const isGranted = (permission: (typeof all)[number], requestingUrl: string): boolean => {
    let granted = false
    const details = { isMainFrame: true, requestingUrl }
    session.permissionRequest?.(null as never, permission, (answer) => void (granted = answer), details)
    const isChecked = session.permissionCheck?.(null, permission as never, requestingUrl, details as never) ?? false
    expect(isChecked).toBe(granted)
    return granted
  }
  return { session, isGranted }
}

test('[G4] our own pages may notify and fill the screen, and nothing else', () => {
  const { isGranted } = aSession()
  expect(all.filter((permission) => isGranted(permission, 'app://xiaonao/wall/?wall=x'))).toEqual(['notifications', 'fullscreen'])
})

test.each([
  'https://room.example/',
  'app://other/',
  'app://xiaonao.evil/',
  'app://xiaonao:1/',
  'file:///app://xiaonao',
  'about:blank',
  'data:text/html,app://xiaonao',
  '',
])('[G4] nobody else may anything: %s', (url) => {
  const { isGranted } = aSession()
  expect(all.filter((permission) => isGranted(permission, url))).toEqual([])
})

test('[G4] no device is given to anybody', () => {
  const { session } = aSession()
  expect(session.device?.({ deviceType: 'usb', origin: own, device: {} as never })).toBe(false)
})
