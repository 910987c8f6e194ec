import { z } from 'zod'
import { Display, LayoutDraft, LayoutId, LayoutName, LayoutsShown, Placements, Shelf } from './layout.ts'

/** The monitors of this workstation as they are now, the layouts kept here, and how the windows stand. */
export const DisplaysAndLayouts = z.object({
  displays: z.array(Display).readonly(),
  layouts: LayoutsShown,
  /** The open windows where they stand at this moment. */
  current: Placements,
  /** What the displays that are here suggest, as a desk opens that nobody has arranged. */
  suggested: Placements,
})
export type DisplaysAndLayouts = z.infer<typeof DisplaysAndLayouts>

/** What a person does with the layouts that are kept. */
export const LayoutChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('save'), shelf: Shelf, draft: LayoutDraft }),
  z.strictObject({ do: z.literal('rename'), shelf: Shelf, id: LayoutId, name: LayoutName }),
  z.strictObject({ do: z.literal('remove'), shelf: Shelf, id: LayoutId }),
])
export type LayoutChange = z.infer<typeof LayoutChange>
