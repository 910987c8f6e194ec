import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { electronAge } from './electronAge.ts'

const root = join(import.meta.dirname, '../..')
const newest = JSON.parse(readFileSync(join(import.meta.dirname, 'newestElectron.json'), 'utf8')) as { major: number; asOf: string }
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { electron: string } }

test('[U8] our Electron is less than two majors behind the newest that was known, which is written down with its month', () => {
  expect(electronAge(devDependencies.electron, newest.major)).toBeLessThan(2)
  expect(newest.asOf).toMatch(/^20\d\d-\d\d$/)
})

test.each([
  ['~45.5.0', 45, 0],
  ['^43.0.0', 45, 2],
  ['44.1.2', 45, 1],
  ['~46.0.0', 45, 0],
])('[U8] %s is as many majors behind %i as it is: %i', (wanted, known, behind) => {
  expect(electronAge(wanted, known)).toBe(behind)
})

test('[U8] a wish that names no major is as old as can be', () => {
  expect(electronAge('latest', 45)).toBe(45)
})
