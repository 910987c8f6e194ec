import type { Display, LayoutDraft, LayoutId, LayoutsShown, Placement, Shelf } from '../../../shared/contracts/layout.ts'
import type { LayoutAnswer } from '../../../shared/contracts/layoutRefusal.ts'

/** What the dialog needs of the machine it runs on. It asks; the shell does, and tells the outcome. */
export type ArrangeNeeds = {
  readonly displays: readonly Display[]
  readonly book: LayoutsShown
  /** The windows as they stand now. */
  readonly current: readonly Placement[]
  /** How they would stand if nobody had arranged anything. */
  readonly suggested: readonly Placement[]
  /** A layout as it is saved, or null for an arrangement that is not. */
  readonly apply: (layout: LayoutId | null, placements: readonly Placement[]) => Promise<LayoutAnswer>
  readonly save: (shelf: Shelf, draft: LayoutDraft) => Promise<LayoutAnswer>
  readonly rename: (id: LayoutId, name: string) => Promise<LayoutAnswer>
  readonly remove: (id: LayoutId) => Promise<LayoutAnswer>
  readonly exportTo: (id: LayoutId) => Promise<LayoutAnswer>
  readonly importFrom: (shelf: Shelf) => Promise<LayoutAnswer>
  /** Shows each display's number on it for a moment. */
  readonly identify: () => Promise<void>
  readonly newId: () => LayoutId
}
