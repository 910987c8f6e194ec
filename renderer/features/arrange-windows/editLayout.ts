import type { Display, Layout, LayoutDraft, LayoutId, Placement, Shelf } from '../../../shared/contracts/layout.ts'
import { assertNever } from '../../../shared/domain/assertNever.ts'
import { windowsAfter, type WindowChange } from './windowsAfter.ts'

/** The layout that is looked at: null is how the windows stand now. */
export type Opened = { readonly shelf: Shelf; readonly layout: Layout } | null

export type LayoutEdit = {
  readonly opened: Opened
  readonly name: string
  readonly shelf: Shelf
  readonly windows: readonly Placement[]
  /** The display whose windows are being arranged. */
  readonly picked: number | null
  readonly isChanged: boolean
}

export type LayoutChange =
  | { readonly type: 'opened'; readonly opened: Opened; readonly placements: readonly Placement[] }
  | { readonly type: 'saved'; readonly shelf: Shelf; readonly layout: Layout }
  | { readonly type: 'applied' }
  | { readonly type: 'suggested'; readonly placements: readonly Placement[] }
  | { readonly type: 'display.picked'; readonly display: number }
  | WindowChange
  | { readonly type: 'named'; readonly name: string }
  | { readonly type: 'shelved'; readonly shelf: Shelf }

export const openedEdit = (opened: Opened, placements: readonly Placement[], displays: readonly Display[], shelf: Shelf): LayoutEdit => ({
  opened,
  name: opened?.layout.name ?? '',
  shelf: opened?.shelf ?? shelf,
  windows: placements,
  picked: (displays.find(({ isPrimary }) => isPrimary) ?? displays[0])?.id ?? null,
  isChanged: false,
})

/** While the windows as they stand are looked at and nothing was done with them, the dialog follows what happens to them. */
export const standingEdit = (edit: LayoutEdit, current: readonly Placement[]): LayoutEdit =>
  edit.opened === null && !edit.isChanged ? { ...edit, windows: current } : edit

const isSameWindows = (a: readonly Placement[], b: readonly Placement[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The dialog after one thing was done in it. */
export const editLayout = (edit: LayoutEdit, change: LayoutChange, displays: readonly Display[]): LayoutEdit => {
  switch (change.type) {
    case 'opened':
      return { ...openedEdit(change.opened, change.placements, displays, edit.shelf), picked: edit.picked }
    case 'saved':
      return {
        ...edit,
        opened: { shelf: change.shelf, layout: change.layout },
        shelf: change.shelf,
        name: change.layout.name,
        isChanged: !isSameWindows(change.layout.placements, edit.windows),
      }
    case 'applied':
      // The windows stand like this now and will the next time: nothing is left to lose but a change to a layout.
      return edit.opened === null ? { ...edit, isChanged: false } : edit
    case 'suggested':
      return isSameWindows(change.placements, edit.windows) ? edit : { ...edit, windows: change.placements, isChanged: true }
    case 'display.picked':
      return { ...edit, picked: change.display }
    case 'named':
      return { ...edit, name: change.name, isChanged: true }
    case 'shelved':
      return { ...edit, shelf: change.shelf }
    case 'region.put':
    case 'region.taken':
    case 'window.sent':
    case 'window.removed':
    case 'window.shifted':
    case 'window.resized':
    case 'window.set': {
      const windows = windowsAfter(edit.windows, change, displays)
      return windows === edit.windows ? edit : { ...edit, windows, isChanged: true }
    }
    default:
      return assertNever(change)
  }
}

/** What to save: a new version of what was opened, or a new layout; null while there is no name or nothing to keep. */
export const draftOf = ({ opened, name, shelf, windows }: LayoutEdit, as: 'same' | 'new', newId: () => LayoutId): LayoutDraft | null => {
  const trimmed = name.trim()
  if (trimmed === '' || windows.length === 0) return null
  const isSame = as === 'same' && opened !== null && opened.shelf === shelf
  const { id, version } = isSame ? opened.layout : { id: newId(), version: 0 }
  return { id, name: trimmed, placements: windows, version }
}
