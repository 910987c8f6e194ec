import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { retryAfterMs } from './heldFile.ts'
import { writeWholeNow } from './writeWholeNow.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'xiaonao-files-'))

test('[E2] a file is written with the folders that it needs, words and bytes alike, and replaces what was there', () => {
  const path = join(folder(), 'a/b/c.json')
  writeWholeNow(path, '一')
  writeWholeNow(path, new Uint8Array([0, 255]))
  expect([...readFileSync(path)]).toEqual([0, 255])
})

test('[E2] a large file is there to its last byte', () => {
  const path = join(folder(), 'large')
  writeWholeNow(path, '小脑'.repeat(2_000_000))
  expect(statSync(path).size).toBe(12_000_000)
})

test.skipIf(process.platform === 'win32')('only this person can read it', () => {
  const path = join(folder(), 'secret')
  writeFileSync(path, 'old', { mode: 0o644 })
  writeWholeNow(path, 'new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('[E2] what cannot be written leaves the old one and nothing beside it', () => {
  const home = folder()
  // A folder stands where the file should go: it is opened, written and flushed, and cannot take its place.
  mkdirSync(join(home, 'taken', 'inside'), { recursive: true })
  expect(() => writeWholeNow(join(home, 'taken'), 'new')).toThrow()
  expect(readdirSync(home)).toEqual(['taken'])
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('without the right to write nothing changes', () => {
  const home = folder()
  const path = join(home, 'kept')
  writeFileSync(path, 'old')
  chmodSync(home, 0o500)
  expect(() => writeWholeNow(path, 'new')).toThrow()
  expect(readFileSync(path, 'utf8')).toBe('old')
})

test('[E2] a file that a scanner holds for a moment is waited for; one that it keeps is an error, and the old one stands', () => {
  const path = join(folder(), 'kept')
  const waits: number[] = []
  const heldFor = (times: number) => (from: string, to: string) => {
    if (waits.length < times) throw Object.assign(new Error('held'), { code: 'EPERM' })
    renameSync(from, to)
  }
  writeWholeNow(path, 'old', heldFor(2), (ms) => void waits.push(ms))
  expect([readFileSync(path, 'utf8'), waits]).toEqual(['old', retryAfterMs.slice(0, 2)])
  waits.length = 0
  expect(() => writeWholeNow(path, 'new', heldFor(Infinity), (ms) => void waits.push(ms))).toThrow('held')
  expect([readFileSync(path, 'utf8'), readdirSync(dirname(path)), waits]).toEqual(['old', ['kept'], retryAfterMs])
})
