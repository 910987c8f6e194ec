import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import type { LayoutRefusal } from '../../shared/contracts/layoutRefusal.ts'
import type { BookChange } from './bookChanges.ts'
import { bookText, emptyBook, readBook, type LayoutBook } from './layoutBook.ts'
import { writeWhole, type WritingFiles } from '../files/writeWhole.ts'

export type StoreFiles = WritingFiles & Pick<typeof nodeFiles, 'readFile'>

/** How the book was found: `broken` and `newer` ones are kept aside under another name, and an empty book is begun. */
export type Opened = 'read' | 'new' | 'broken' | 'newer' | 'unreadable'

export type Kept = { readonly ok: true } | { readonly ok: false; readonly refusal: LayoutRefusal }

export type LayoutStore = {
  readonly opened: Opened
  readonly book: () => LayoutBook
  /** Changes the book at once and keeps it; what cannot be kept holds until the machine is restarted. */
  readonly change: (change: (book: LayoutBook) => BookChange) => Promise<BookChange>
  /** Writes what is not on the disk yet, for example after it was full. */
  readonly keep: () => Promise<Kept>
}

type Place = { readonly folder: string; readonly now: () => number; readonly files?: StoreFiles }

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

type Found = { readonly opened: Opened; readonly book: LayoutBook }

const foundAt = async (path: string, files: StoreFiles): Promise<Found> => {
  try {
    const read = readBook(await files.readFile(path, 'utf8'))
    return read.state === 'read' ? { opened: 'read', book: read.book } : { opened: read.state, book: emptyBook }
  } catch (error) {
    return { opened: isMissing(error) ? 'new' : 'unreadable', book: emptyBook }
  }
}

/** The layouts of this machine, in one file of a folder that is its own. */
export const openLayoutStore = async ({ folder, now, files = nodeFiles }: Place): Promise<LayoutStore> => {
  const path = join(folder, 'layouts.json')
  const { opened, book: found } = await foundAt(path, files)
  let book = found
  let written = found
  // What could not be read may be somebody's work of years: nothing is written over it.
  let isInTheWay = opened === 'broken' || opened === 'newer' || opened === 'unreadable'
  let last: Promise<Kept> = Promise.resolve({ ok: true })

  const setAside = async (): Promise<void> => {
    if (!isInTheWay) return
    const stamp = new Date(now()).toISOString().replace(/[:.]/g, '-')
    await files.rename(path, join(folder, `layouts.${opened}-${stamp}.json`))
    isInTheWay = false
  }
  const write = async (): Promise<Kept> => {
    // Several changes that waited for one writing are written together.
    const next = book
    if (next === written) return { ok: true }
    try {
      await setAside()
      await writeWhole(path, bookText(next), files)
      written = next
      return { ok: true }
    } catch {
      return { ok: false, refusal: 'cannot-keep' }
    }
  }
  const keep = (): Promise<Kept> => (last = last.then(write))

  // One that only could not be read may be readable tomorrow: it stays in its place until something must be written there.
  if (opened !== 'unreadable') await setAside().catch(() => undefined)
  return {
    opened,
    book: () => book,
    change: async (change) => {
      const changed = change(book)
      if (!changed.ok) return changed
      book = changed.book
      const kept = await keep()
      return kept.ok ? changed : kept
    },
    keep,
  }
}
