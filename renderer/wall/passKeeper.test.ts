import { expect, test } from 'vitest'
import { forgetPass, passAtHand } from './passKeeper.ts'

const pass = 'p'.repeat(43)
const other = 'q'.repeat(43)

const aBrowser = (hash: string, kept: Record<string, string> = {}) => {
  const memory = new Map(Object.entries(kept))
  const addresses: string[] = []
  const storage = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
    removeItem: (key: string) => void memory.delete(key),
  }
  const history = { replaceState: (_data: unknown, _title: string, url?: string | URL | null) => void addresses.push(String(url)) }
  return { storage, history, location: { hash, pathname: '/wall/', search: '' }, addresses, memory }
}

test('[V17] a pass in the address is kept and taken out of it; the next start finds it without', () => {
  const first = aBrowser(`#${pass}`)
  expect(passAtHand(first)).toBe(pass)
  expect(first.addresses).toEqual(['/wall/'])
  const again = aBrowser('', Object.fromEntries(first.memory))
  expect(passAtHand(again)).toBe(pass)
  expect(again.addresses).toEqual([])
})

test('[V17] a newer link is believed, nonsense is not, and a forgotten pass is gone', () => {
  const browser = aBrowser(`#${pass}`)
  passAtHand(browser)
  expect(passAtHand({ ...browser, location: { ...browser.location, hash: `#${other}` } })).toBe(other)
  expect(passAtHand({ ...browser, location: { ...browser.location, hash: '#map' } })).toBe(other)
  forgetPass(browser)
  expect(passAtHand({ ...browser, location: { ...browser.location, hash: '' } })).toBeNull()
})

test('[V17] a browser that keeps nothing still opens the wall by its link', () => {
  const no = () => {
    throw new Error('forbidden')
  }
  const browser = { ...aBrowser(`#${pass}`), storage: { getItem: no, setItem: no, removeItem: no } }
  expect(passAtHand(browser)).toBe(pass)
  expect(() => forgetPass(browser)).not.toThrow()
})
