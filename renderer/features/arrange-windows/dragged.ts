import type { Region } from '../../../shared/contracts/layout.ts'

/** What the mouse carries to a display: a region for a new window, or a window that stands elsewhere. */
export type Dragged = { readonly kind: 'region'; readonly region: Region } | { readonly kind: 'window'; readonly id: string }
