import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { reachableAt } from './reachableAt.ts'

const face = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) =>
  ({ address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }) as NetworkInterfaceInfo

const interfaces = {
  lo: [face('127.0.0.1', 'IPv4', true), face('::1', 'IPv6', true)],
  eth0: [face('192.168.10.5'), face('fe80::1', 'IPv6'), face('fd00::5', 'IPv6')],
  eth1: [face('10.20.0.7'), face('169.254.3.3')],
}
const usual = { host: '127.0.0.1', port: 8135, isSecure: false, publicUrl: null, interfaces }

test('[W34] a room on one address is told by it', () => {
  expect(reachableAt(usual)).toEqual(['http://127.0.0.1:8135'])
  expect(reachableAt({ ...usual, host: '::1' })).toEqual(['http://[::1]:8135'])
  expect(reachableAt({ ...usual, host: '10.20.0.7', port: 443, isSecure: true })).toEqual(['https://10.20.0.7'])
})

test('[W34] a room on every address is told by those that others can open, never by 0.0.0.0', () => {
  const own = ['https://192.168.10.5:8443', 'https://10.20.0.7:8443']
  expect(reachableAt({ ...usual, host: '0.0.0.0', port: 8443, isSecure: true })).toEqual([...own, 'https://127.0.0.1:8443'])
  expect(reachableAt({ ...usual, host: '::', port: 8443, isSecure: true })).toEqual([
    ...own,
    'https://[fd00::5]:8443',
    'https://127.0.0.1:8443',
  ])
  expect(reachableAt({ ...usual, host: '0.0.0.0', interfaces: { lo: interfaces.lo } })).toEqual(['http://127.0.0.1:8135'])
})

test('[W34] the public address comes first, where there is one', () => {
  const shown = reachableAt({ ...usual, host: '0.0.0.0', publicUrl: 'https://room.example/' })
  expect(shown[0]).toBe('https://room.example')
  expect(shown).toContain('http://192.168.10.5:8135')
})
