import * as nodeFiles from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aPlacement } from '../../shared/testing/aDesk.ts'
import { saveLayout, type BookChange } from './bookChanges.ts'
import { bookText, emptyBook, type LayoutBook } from './layoutBook.ts'
import { openLayoutStore, type StoreFiles } from './layoutStore.ts'
import { failingFiles, type Step } from './testing/failingFiles.ts'

let folder = ''
beforeEach(async () => {
  folder = await nodeFiles.mkdtemp(join(tmpdir(), 'layouts-'))
})
afterEach(() => nodeFiles.rm(folder, { recursive: true }))

const now = () => Date.UTC(2026, 4, 1, 8)
const open = (files?: StoreFiles) => openLayoutStore({ folder, now, ...(files && { files }) })
const adding =
  (id: string) =>
  (book: LayoutBook): BookChange =>
    saveLayout(book, null, 'workstation', { id, name: `布局 ${id}`, placements: [aPlacement()], version: 0 })
const idsOf = (book: LayoutBook) => book.workstation.layouts.map(({ id }) => id)
const bookPath = () => join(folder, 'layouts.json')
const write = (text: string) => nodeFiles.writeFile(bookPath(), text)

test('[L20] layouts are there again after a restart, in a folder that did not exist', async () => {
  folder = join(folder, 'of', 'its-own')
  const store = await open()
  await store.change(adding('a'))
  expect(store.opened).toBe('new')
  const again = await open()
  expect([again.opened, idsOf(again.book())]).toEqual(['read', ['a']])
  folder = join(folder, '..', '..')
})

test('[L20] changes made at once all hold, one after another', async () => {
  const store = await open()
  const ids = Array.from({ length: 20 }, (_, at) => `l${at}`)
  const changes = await Promise.all(ids.map((id) => store.change(adding(id))))
  expect(changes.every(({ ok }) => ok)).toBe(true)
  expect(idsOf((await open()).book())).toEqual(ids)
})

test('[L20] a refused change writes nothing', async () => {
  const store = await open(failingFiles('open', 'ENOSPC'))
  expect(await store.change(() => ({ ok: false, refusal: 'name-taken' }))).toEqual({ ok: false, refusal: 'name-taken' })
})

const steps: readonly Step[] = ['mkdir', 'open', 'writeFile', 'half a writeFile', 'sync', 'close', 'rename']

test.each(steps)('[L20] killed at %s, the book is the old one afterwards, whole, and can be changed', async (step) => {
  await (await open()).change(adding('a'))
  const dying = await open(failingFiles(step, 'killed'))
  await dying.change(adding('b'))
  const again = await open()
  expect([again.opened, idsOf(again.book())]).toEqual(['read', ['a']])
  expect(await again.change(adding('c'))).toMatchObject({ ok: true })
  expect(idsOf((await open()).book())).toEqual(['a', 'c'])
})

test.each(steps)('[L21] a disk that fails at %s is said, the change holds meanwhile, and is kept once the disk has room', async (step) => {
  const disk = failingFiles(step, 'ENOSPC')
  const store = await open(disk)
  expect(await store.change(adding('a'))).toEqual({ ok: false, refusal: 'cannot-keep' })
  expect(idsOf(store.book())).toEqual(['a'])
  expect(await store.keep()).toEqual({ ok: false, refusal: 'cannot-keep' })
  disk.mend()
  expect(await store.keep()).toEqual({ ok: true })
  expect(idsOf((await open()).book())).toEqual(['a'])
  expect(await nodeFiles.readdir(folder)).toEqual(['layouts.json'])
})

test('[L21] a file that a scanner holds for a moment is written all the same', async () => {
  const store = await open(failingFiles('rename', 'EPERM', 2))
  expect(await store.change(adding('a'))).toMatchObject({ ok: true })
})

test.each([
  ['half a book', bookText(emptyBook).slice(0, 20), 'broken'],
  ['an empty file, as a power cut may leave it', '', 'broken'],
  ['zeros', '\0'.repeat(400), 'broken'],
  ['something else', '{"version":1,"windows":[]}', 'broken'],
  ['a newer program’s book', '{"version":2}', 'newer'],
])('[L22] %s is kept aside and an empty book begun', async (_, text, opened) => {
  await write(text)
  const store = await open()
  expect([store.opened, store.book()]).toEqual([opened, emptyBook])
  await store.change(adding('a'))
  const aside = `layouts.${opened}-2026-05-01T08-00-00-000Z.json`
  expect((await nodeFiles.readdir(folder)).sort()).toEqual(['layouts.json', aside].sort())
  expect(await nodeFiles.readFile(join(folder, aside), 'utf8')).toBe(text)
})

test('[L22] what cannot be kept aside is not written over', async () => {
  await write('broken')
  const store = await open(failingFiles('rename', 'EROFS'))
  expect(await store.change(adding('a'))).toEqual({ ok: false, refusal: 'cannot-keep' })
  expect(idsOf(store.book())).toEqual(['a'])
  expect(await nodeFiles.readFile(bookPath(), 'utf8')).toBe('broken')
})

test('[L22] a book that cannot be read now is neither lost nor written over', async () => {
  await (await open()).change(adding('a'))
  const unreadable = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
  const store = await open({ ...nodeFiles, readFile: unreadable as unknown as StoreFiles['readFile'] })
  expect([store.opened, store.book()]).toEqual(['unreadable', emptyBook])
  expect((await open()).opened).toBe('read')
  await store.change(adding('b'))
  expect((await nodeFiles.readdir(folder)).filter((name) => name.startsWith('layouts.unreadable-'))).toHaveLength(1)
})
