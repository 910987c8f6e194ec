import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brain-'))
  await cp('resources/brain', folder, { recursive: true, filter: (path) => !path.endsWith('.bin') })
})
afterEach(() => rm(folder, { recursive: true }))

test.each(['dangers.json', 'contexts.json', 'lexicon-town.json', 'concepts-danger.json', 'pinyin.txt'])(
  '[B76] other words in %s make another fingerprint, the same words the same',
  async (name) => {
    const before = await fingerprintOf(folder, 'corpus')
    expect(await fingerprintOf(folder, 'corpus')).toBe(before)
    await writeFile(join(folder, name), `${await readFile(join(folder, name), 'utf8')} `)
    expect(await fingerprintOf(folder, 'corpus')).not.toBe(before)
  },
)

test('[B76] another corpus makes another fingerprint, and what no text is read with makes none', async () => {
  const before = await fingerprintOf(folder, 'corpus')
  expect(await fingerprintOf(folder, 'another')).not.toBe(before)
  await writeFile(join(folder, 'questions.json'), '{}')
  expect(await fingerprintOf(folder, 'corpus')).toBe(before)
})
