import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from './writeWhole.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'xiaonao-files-'))

test('[E2] a file is written with the folders that it needs, words and bytes alike, and replaces what was there', () => {
  const path = join(folder(), 'a/b/c.json')
  writeWhole(path, '一')
  writeWhole(path, new Uint8Array([0, 255]))
  expect([...readFileSync(path)]).toEqual([0, 255])
})

test('[E2] a large file is there to its last byte', () => {
  const path = join(folder(), 'large')
  writeWhole(path, '小脑'.repeat(2_000_000))
  expect(statSync(path).size).toBe(12_000_000)
})

test.skipIf(process.platform === 'win32')('only this person can read it', () => {
  const path = join(folder(), 'secret')
  writeFileSync(path, 'old', { mode: 0o644 })
  writeWhole(path, 'new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('[E2] what cannot be written leaves the old one and nothing beside it', () => {
  const home = folder()
  // A folder stands where the file should go: it is opened, written and flushed, and cannot take its place.
  mkdirSync(join(home, 'taken', 'inside'), { recursive: true })
  expect(() => writeWhole(join(home, 'taken'), 'new')).toThrow()
  expect(readdirSync(home)).toEqual(['taken'])
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('without the right to write nothing changes', () => {
  const home = folder()
  const path = join(home, 'kept')
  writeFileSync(path, 'old')
  chmodSync(home, 0o500)
  expect(() => writeWhole(path, 'new')).toThrow()
  expect(readFileSync(path, 'utf8')).toBe('old')
})
