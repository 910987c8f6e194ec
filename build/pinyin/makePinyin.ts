import { writeFileSync } from 'node:fs'
import { pinyinTable } from './pinyinTable.ts'

const path = process.argv[2] ?? 'resources/brain/pinyin.txt'
const table = pinyinTable()
writeFileSync(path, table)
console.log(`${path}: ${table.split('\n').length - 1} syllables`)
