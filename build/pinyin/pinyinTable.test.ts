import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pinyinTable } from './pinyinTable.ts'

test('[B63] the table of sounds that ships is what the script makes from pinyin-pro', () => {
  expect(pinyinTable() === readFileSync('resources/brain/pinyin.txt', 'utf8')).toBe(true)
})
