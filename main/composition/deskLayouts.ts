import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import type { DisplaysAndLayouts, LayoutChange } from '../../shared/contracts/deskLayouts.ts'
import { largestLayoutFile, layoutFileText, readLayoutFile } from '../../shared/contracts/layoutFile.ts'
import type { LayoutAnswer } from '../../shared/contracts/layoutRefusal.ts'
import type { Layout, LayoutId, Placement, Shelf } from '../../shared/contracts/layout.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import { defaultLayout } from '../displays/defaultLayout.ts'
import { fileName } from '../files/fileName.ts'
import { saveAs } from '../files/saveAs.ts'
import {
  chooseLayout,
  importLayout,
  lastUsed,
  leftAs,
  removeLayout,
  renameLayout,
  saveLayout,
  shownTo,
  type BookChange,
} from '../layouts/bookChanges.ts'
import type { LayoutStore } from '../layouts/layoutStore.ts'
import type { DeskWindows } from './deskWindows.ts'

type Needs = {
  readonly store: LayoutStore
  readonly windows: DeskWindows
  /** Whose layouts are the own ones. */
  readonly person: () => AccountId | null
  /** What is kept is otherwise now. */
  readonly changed: () => void
  readonly onTrouble: (error: unknown) => void
}

const fileFilters = [{ name: '小脑窗口布局 / Xiaonao layout', extensions: ['json'] }]

/** The layouts that are kept here and the windows that stand by them. */
export const deskLayouts = ({ store, windows, person, changed, onTrouble }: Needs) => {
  const see = (): DisplaysAndLayouts => ({
    displays: [...windows.displays()],
    layouts: shownTo(store.book(), person()),
    current: [...windows.current()],
    suggested: defaultLayout(windows.displays()).placements,
  })
  const tellPages = () => windows.tell('layout:changed', see())
  const tell = () => {
    tellPages()
    changed()
  }

  const change = async (by: (book: ReturnType<LayoutStore['book']>) => BookChange): Promise<LayoutAnswer> => {
    const changed = await store.change(by)
    tell()
    return changed.ok ? { ok: true, layout: changed.layout } : changed
  }

  const found = (id: LayoutId): Layout | null =>
    shownTo(store.book(), person()).layouts.find(({ layout }) => layout.id === id)?.layout ?? null

  const changeBy = (wish: LayoutChange) => {
    switch (wish.do) {
      case 'save':
        return change((book) => saveLayout(book, person(), wish.shelf, wish.draft))
      case 'rename':
        return change((book) => renameLayout(book, person(), wish.id, wish.name))
      case 'remove':
        return change((book) => removeLayout(book, person(), wish.id))
    }
  }

  const apply = async (id: LayoutId | null, placements: readonly Placement[]): Promise<LayoutAnswer> => {
    if (id === null) {
      windows.show(placements)
      return change((book) => ({ ok: true, book: leftAs(book, person(), placements), layout: null }))
    }
    const layout = found(id)
    if (!layout) return { ok: false, refusal: 'layout-is-gone' }
    windows.show(layout.placements)
    return change((book) => chooseLayout(book, person(), id))
  }

  return {
    see,
    /** Windows opened or closed, whoever wished it. */
    windowsChanged: tellPages,
    change: changeBy,
    apply,
    /** A layout that is kept, by its id alone: from a menu, or the command line. */
    choose: async (id: LayoutId): Promise<LayoutAnswer> => {
      const layout = found(id)
      return layout ? apply(id, layout.placements) : { ok: false, refusal: 'layout-is-gone' }
    },
    /** A person moved windows: they open like this next time. */
    left: (placements: readonly Placement[]): void => {
      void store.change((book) => ({ ok: true, book: leftAs(book, person(), placements), layout: null })).then(tell)
    },
    /** What the windows open with for whoever sits there; null where nobody has arranged anything yet. */
    start: (): readonly Placement[] | null => lastUsed(store.book(), person())?.placements ?? null,
    exportTo: async (id: LayoutId, over: BrowserWindow): Promise<LayoutAnswer> => {
      const layout = found(id)
      if (!layout) return { ok: false, refusal: 'layout-is-gone' }
      const saved = await saveAs({
        window: over,
        called: fileName(layout.name, 'xiaonao-layout.json'),
        filters: fileFilters,
        content: () => layoutFileText(layout),
        onTrouble,
      })
      if (saved.ok) return { ok: true, layout }
      return saved.why === 'stopped' ? { ok: true, layout: null } : { ok: false, refusal: 'cannot-keep' }
    },
    importFrom: async (shelf: Shelf, over: BrowserWindow): Promise<LayoutAnswer> => {
      const { canceled, filePaths } = await dialog.showOpenDialog(over, { filters: fileFilters, properties: ['openFile'] })
      const [path] = filePaths
      if (canceled || path === undefined) return { ok: true, layout: null }
      const size = await stat(path).then(
        (file) => file.size,
        () => 0,
      )
      // In bytes; a file that large is none of ours, whatever it holds, and is not read into memory first.
      if (size > largestLayoutFile * 4) return { ok: false, refusal: 'file-too-large' }
      const text = await readFile(path, 'utf8').catch(() => null)
      const read = text === null ? null : readLayoutFile(text)
      if (!read) return { ok: false, refusal: 'file-not-readable' }
      if (!read.ok) return { ok: false, refusal: read.refusal }
      return change((book) => importLayout(book, person(), shelf, `l-${randomUUID()}`, read.file))
    },
    keep: store.keep,
  }
}

export type DeskLayouts = ReturnType<typeof deskLayouts>
