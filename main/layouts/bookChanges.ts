import type { LayoutFile } from '../../shared/contracts/layoutFile.ts'
import {
  LayoutDraft,
  LayoutName,
  type Layout,
  type LayoutId,
  type LayoutsShown,
  type Placement,
  type Shelf,
} from '../../shared/contracts/layout.ts'
import type { LayoutRefusal } from '../../shared/contracts/layoutRefusal.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import { cornerOf, emptyCorner, freeName, isSameName, type Corner, type LayoutBook, type Start } from './layoutBook.ts'

/** More than anybody chooses from. On each shelf. */
export const mostLayouts = 40

/** `layout` is the one that was saved, renamed or chosen; null when it was removed or none is meant. */
export type BookChange =
  { readonly ok: true; readonly book: LayoutBook; readonly layout: Layout | null } | { readonly ok: false; readonly refusal: LayoutRefusal }

type Person = AccountId | null

const refused = (refusal: LayoutRefusal): BookChange => ({ ok: false, refusal })
const done = (book: LayoutBook, layout: Layout | null): BookChange => ({ ok: true, book, layout })

const withPerson = (book: LayoutBook, person: AccountId, corner: Corner): LayoutBook => {
  const others = book.people.filter((one) => one.person !== person)
  return { ...book, people: [...others, { ...corner, person }] }
}

/** The corner of a shelf; null for an own one while nobody is signed in. */
const onShelf = (book: LayoutBook, person: Person, shelf: Shelf): Corner | null =>
  shelf === 'workstation' ? book.workstation : person === null ? null : cornerOf(book, person)

const withShelf = (book: LayoutBook, person: Person, shelf: Shelf, corner: Corner): LayoutBook =>
  shelf === 'workstation' ? { ...book, workstation: corner } : person === null ? book : withPerson(book, person, corner)

type Found = { readonly shelf: Shelf; readonly corner: Corner; readonly layout: Layout }

const shelves: readonly Shelf[] = ['own', 'workstation']

const foundIn = (book: LayoutBook, person: Person, id: LayoutId): Found | null =>
  shelves
    .flatMap((shelf): readonly Found[] => {
      const corner = onShelf(book, person, shelf)
      const layout = corner?.layouts.find((one) => one.id === id)
      return corner && layout ? [{ shelf, corner, layout }] : []
    })
    .at(0) ?? null

const withLayout = (book: LayoutBook, person: Person, { shelf, corner }: Omit<Found, 'layout'>, layout: Layout): BookChange => {
  const at = corner.layouts.findIndex(({ id }) => id === layout.id)
  if (corner.layouts.some((one) => one.id !== layout.id && isSameName(one.name, layout.name))) return refused('name-taken')
  if (at === -1 && corner.layouts.length >= mostLayouts) return refused('too-many-layouts')
  const layouts = at === -1 ? [...corner.layouts, layout] : corner.layouts.with(at, layout)
  return done(withShelf(book, person, shelf, { ...corner, layouts }), layout)
}

/**
 * Keeps a new layout, or a new version of one that is on this shelf.
 *
 * A draft says which version it was made from, so that of two windows that edit one layout the later does not undo the earlier.
 */
export const saveLayout = (book: LayoutBook, person: Person, shelf: Shelf, wish: LayoutDraft): BookChange => {
  if (!LayoutName.safeParse(wish.name).success) return refused('name-not-usable')
  const draft = LayoutDraft.safeParse(wish)
  if (!draft.success) return refused('layout-not-usable')
  const corner = onShelf(book, person, shelf)
  if (!corner) return refused('nobody-signed-in')
  const { id, version } = draft.data
  const known = corner.layouts.find((one) => one.id === id)
  if (!known && version > 0) return refused('layout-is-gone')
  if (known && known.version !== version) return refused('changed-meanwhile')
  return withLayout(book, person, { shelf, corner }, { ...draft.data, version: version + 1 })
}

export const renameLayout = (book: LayoutBook, person: Person, id: LayoutId, name: string): BookChange => {
  if (!LayoutName.safeParse(name).success) return refused('name-not-usable')
  const found = foundIn(book, person, id)
  return found ? withLayout(book, person, found, { ...found.layout, name, version: found.layout.version + 1 }) : refused('layout-is-gone')
}

/** Takes a layout away; the windows stay as they stand. */
export const removeLayout = (book: LayoutBook, person: Person, id: LayoutId): BookChange => {
  const found = foundIn(book, person, id)
  if (!found) return refused('layout-is-gone')
  const { shelf, corner, layout } = found
  const wasLast = corner.lastUsed === id
  const layouts = corner.layouts.filter((one) => one.id !== id)
  const left = wasLast ? (corner.left ?? layout.placements) : corner.left
  return done(withShelf(book, person, shelf, { layouts, lastUsed: wasLast ? null : corner.lastUsed, left }), null)
}

/** A layout from a file takes a new id here, and another name if its own is taken. */
export const importLayout = (book: LayoutBook, person: Person, shelf: Shelf, id: LayoutId, file: LayoutFile): BookChange => {
  const corner = onShelf(book, person, shelf)
  if (!corner) return refused('nobody-signed-in')
  return saveLayout(book, person, shelf, { id, name: freeName(file.name, corner.layouts), placements: file.placements, version: 0 })
}

/**
 * A person, or whoever sits there, arranges the windows by this layout.
 *
 * The machine remembers it too, for the moment before anybody signs in; of a person's own layout it remembers only how the
 * windows stand, because the layout is nobody else's.
 */
export const chooseLayout = (book: LayoutBook, person: Person, id: LayoutId): BookChange => {
  const found = foundIn(book, person, id)
  if (!found) return refused('layout-is-gone')
  const { shelf, layout } = found
  const forAll = shelf === 'workstation' ? { lastUsed: id, left: null } : { lastUsed: null, left: layout.placements }
  const here = { ...book, workstation: { ...book.workstation, ...forAll } }
  return done(person === null ? here : withPerson(here, person, { ...cornerOf(here, person), lastUsed: id, left: null }), layout)
}

/** The windows were moved by hand: they open like this next time, and the layout stays as it was saved. */
export const leftAs = (book: LayoutBook, person: Person, left: readonly Placement[]): LayoutBook => {
  const here = { ...book, workstation: { ...book.workstation, left } }
  return person === null ? here : withPerson(here, person, { ...cornerOf(here, person), left })
}

const startOf = (book: LayoutBook, person: Person, { lastUsed, left }: Corner): Start | null => {
  const layout = lastUsed === null ? null : (foundIn(book, person, lastUsed)?.layout ?? null)
  const placements = left ?? layout?.placements
  return placements ? { layout, placements } : null
}

/** What the windows open with: as this person left them, else as they were left here; null where nobody has arranged anything yet. */
export const lastUsed = (book: LayoutBook, person: Person): Start | null =>
  startOf(book, person, person === null ? emptyCorner : cornerOf(book, person)) ?? startOf(book, person, book.workstation)

/** What a person may see: the own layouts, and the machine's except those that an own one replaces by its name. */
export const shownTo = (book: LayoutBook, person: Person): LayoutsShown => {
  const own = person === null ? [] : cornerOf(book, person).layouts
  const everybodys = book.workstation.layouts.filter(({ name }) => !own.some((layout) => isSameName(layout.name, name)))
  return {
    person,
    layouts: [
      ...own.map((layout) => ({ shelf: 'own' as const, layout })),
      ...everybodys.map((layout) => ({ shelf: 'workstation' as const, layout })),
    ],
    lastUsed: lastUsed(book, person)?.layout?.id ?? null,
  }
}
