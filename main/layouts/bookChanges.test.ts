import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LayoutName, type LayoutDraft } from '../../shared/contracts/layout.ts'
import { AccountId } from '../../shared/domain/ids.ts'
import { aPlacement } from '../../shared/testing/aDesk.ts'
import {
  chooseLayout,
  importLayout,
  lastUsed,
  leftAs,
  mostLayouts,
  removeLayout,
  renameLayout,
  saveLayout,
  shownTo,
  type BookChange,
} from './bookChanges.ts'
import { emptyBook, freeName, type LayoutBook } from './layoutBook.ts'

const liWei = AccountId.parse('liwei')
const wangFang = AccountId.parse('wangfang')
const draft = (id: string, name = id, version = 0): LayoutDraft => ({ id, name, placements: [aPlacement({ id })], version })
const bookOf = (change: BookChange): LayoutBook => (change.ok ? change.book : expect.fail(change.refusal))
const refusalOf = (change: BookChange) => (change.ok ? 'done' : change.refusal)
const saved = (...steps: readonly (readonly [AccountId | null, 'own' | 'workstation', LayoutDraft])[]) =>
  steps.reduce((book, [person, shelf, one]) => bookOf(saveLayout(book, person, shelf, one)), emptyBook)
const namesFor = (book: LayoutBook, person: AccountId | null) =>
  shownTo(book, person).layouts.map(({ shelf, layout }) => `${shelf} ${layout.id}`)

test('[L16] the machine’s layouts are seen by everybody, a person’s own by that person alone, and these win by their name', () => {
  const book = saved(
    [null, 'workstation', draft('day', '白班')],
    [null, 'workstation', draft('night', '夜班')],
    [liWei, 'own', draft('mine', '白班')],
  )
  expect(namesFor(book, liWei)).toEqual(['own mine', 'workstation night'])
  expect(namesFor(book, wangFang)).toEqual(['workstation day', 'workstation night'])
  expect(namesFor(book, null)).toEqual(['workstation day', 'workstation night'])
  expect(JSON.stringify(shownTo(book, wangFang))).not.toContain('mine')
})

test('[L16] nobody changes another person’s layout, and without anybody signed in nothing is saved for one', () => {
  const book = saved([liWei, 'own', draft('mine')])
  expect(refusalOf(removeLayout(book, wangFang, 'mine'))).toBe('layout-is-gone')
  expect(refusalOf(renameLayout(book, null, 'mine', '别的'))).toBe('layout-is-gone')
  expect(refusalOf(chooseLayout(book, wangFang, 'mine'))).toBe('layout-is-gone')
  expect(refusalOf(saveLayout(book, null, 'own', draft('x')))).toBe('nobody-signed-in')
})

test('[L17] a layout saved again is a new version; one made from an older version is refused, and so is one that is gone', () => {
  const book = saved([liWei, 'own', draft('a')], [liWei, 'own', draft('a', '甲', 1)])
  expect(shownTo(book, liWei).layouts).toMatchObject([{ layout: { name: '甲', version: 2 } }])
  expect(refusalOf(saveLayout(book, liWei, 'own', draft('a', '乙', 1)))).toBe('changed-meanwhile')
  expect(refusalOf(saveLayout(bookOf(removeLayout(book, liWei, 'a')), liWei, 'own', draft('a', '甲', 2)))).toBe('layout-is-gone')
})

test.each([
  ['白班', '白班'],
  ['Day', 'day'],
  ['Day  shift', 'Day shift'],
  ['Ａ班', 'A班'],
])('[L18] on one shelf %s and %s are one name', (first, second) => {
  const book = saved([liWei, 'own', draft('a', first)], [liWei, 'own', draft('b')])
  expect(refusalOf(saveLayout(book, liWei, 'own', draft('c', second)))).toBe('name-taken')
  expect(refusalOf(renameLayout(book, liWei, 'b', second))).toBe('name-taken')
  expect(refusalOf(saveLayout(book, liWei, 'workstation', draft('d', second)))).toBe('done')
  expect(refusalOf(renameLayout(book, liWei, 'a', second))).toBe('done')
})

test.each(['', ' 白班', '白班 ', 'x'.repeat(41), 'a\u202Eb', '换\n行'])('[L18] %j is no name', (name) => {
  expect(refusalOf(saveLayout(emptyBook, liWei, 'own', draft('a', name)))).toBe('name-not-usable')
  expect(refusalOf(renameLayout(saved([liWei, 'own', draft('a')]), liWei, 'a', name))).toBe('name-not-usable')
})

test('[L18] an imported layout whose name is taken is called 名称 (2), then 名称 (3)', () => {
  const file = { format: 'xiaonao-layout' as const, version: 1 as const, name: '白班', placements: [aPlacement()] }
  const book = ['a', 'b', 'c'].reduce((now, id) => bookOf(importLayout(now, null, 'workstation', id, file)), emptyBook)
  expect(book.workstation.layouts.map(({ name, version }) => `${name} v${version}`)).toEqual(['白班 v1', '白班 (2) v1', '白班 (3) v1'])
  expect(refusalOf(importLayout(book, null, 'own', 'd', file))).toBe('nobody-signed-in')
})

test('[L18] a free name is always a name, however long the taken one is and whatever it is written with', () => {
  const name = fc
    .string({ unit: fc.constantFrom('字', 'a', '𠮷', '👮', ' '), minLength: 1, maxLength: 40 })
    .filter((one) => LayoutName.safeParse(one).success)
  fc.assert(
    fc.property(name, fc.nat(12), (one, times) => {
      const layouts = Array.from({ length: times }).reduce<LayoutBook['workstation']['layouts']>(
        (known, _, at) => [...known, { ...draft(`l${at}`, freeName(one, known)), version: 1 }],
        [],
      )
      const free = freeName(one, layouts)
      expect(LayoutName.safeParse(free).success).toBe(true)
      expect(new Set([...layouts.map((layout) => layout.name), free]).size).toBe(times + 1)
    }),
  )
})

test('[L18] at most forty layouts on a shelf; one of them may still be changed, and one for another shelf be added', () => {
  const full = saved(...Array.from({ length: mostLayouts }, (_, at) => [liWei, 'own', draft(`l${at}`)] as const))
  expect(refusalOf(saveLayout(full, liWei, 'own', draft('more')))).toBe('too-many-layouts')
  expect(refusalOf(saveLayout(full, liWei, 'own', draft('l3', '改名', 1)))).toBe('done')
  expect(refusalOf(saveLayout(full, liWei, 'workstation', draft('more')))).toBe('done')
})

test('[L18] a layout that no window could be opened by is not saved', () => {
  const twice = { ...draft('a'), placements: [aPlacement(), aPlacement()] }
  expect(refusalOf(saveLayout(emptyBook, liWei, 'own', twice))).toBe('layout-not-usable')
})

test('[L19] what was used last is known for the person and for the machine, also before anybody has signed in', () => {
  const book = saved([null, 'workstation', draft('all')], [liWei, 'own', draft('mine')])
  const used = bookOf(chooseLayout(bookOf(chooseLayout(book, wangFang, 'all')), liWei, 'mine'))
  expect(lastUsed(used, liWei)?.layout?.id).toBe('mine')
  expect(lastUsed(used, wangFang)?.layout?.id).toBe('all')
  expect(lastUsed(used, null)).toEqual({ layout: null, placements: draft('mine').placements })
  expect(lastUsed(emptyBook, null)).toBeNull()
})

test('[L19] windows moved by hand open as they were left, the layout stays as it was saved, and choosing it again undoes the moves', () => {
  const chosen = bookOf(chooseLayout(saved([liWei, 'own', draft('mine')]), liWei, 'mine'))
  const moved = [aPlacement({ id: 'mine', share: { x: 0.5, y: 0, width: 0.5, height: 1 } })]
  const left = leftAs(chosen, liWei, moved)
  expect(lastUsed(left, liWei)).toMatchObject({ layout: { id: 'mine' }, placements: moved })
  expect(lastUsed(left, null)?.placements).toEqual(moved)
  expect(shownTo(left, liWei)).toMatchObject({ lastUsed: 'mine', layouts: [{ layout: { placements: draft('mine').placements } }] })
  expect(lastUsed(bookOf(chooseLayout(left, liWei, 'mine')), liWei)?.placements).toEqual(draft('mine').placements)
})

test('[L19] a layout that is removed leaves the windows as they stand', () => {
  const chosen = bookOf(chooseLayout(saved([null, 'workstation', draft('all')]), null, 'all'))
  expect(lastUsed(bookOf(removeLayout(chosen, null, 'all')), null)).toEqual({ layout: null, placements: draft('all').placements })
})
