import { z } from 'zod'
import { AccountId } from '../domain/ids.ts'

/** Far beyond any desk, and small enough that sums stay whole: a length in a foreign file is held to it. */
const farthest = 1_000_000
const length = z.number().min(0).max(farthest)
const coordinate = z.number().min(-farthest).max(farthest)

/** Nothing in it that cannot be seen or that turns letters round: a name that looks like another must be another. */
const visible = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]*$/u

/** A rectangle of the desktop in DIP: what a person sees as one size on every scale. */
export const Rect = z.strictObject({ x: coordinate, y: coordinate, width: length, height: length }).readonly()
export type Rect = z.infer<typeof Rect>

/** A monitor as the machine reports it now. `id` may change when a cable is plugged elsewhere; `workArea` is what the task bar leaves. */
export const Display = z
  .strictObject({
    id: z.number(),
    bounds: Rect,
    workArea: Rect,
    scaleFactor: z.number().positive().max(16),
    label: z.string().max(200),
    isPrimary: z.boolean(),
  })
  .readonly()
export type Display = z.infer<typeof Display>

/** Which part of the console a window shows: all of it, or one part per monitor. */
export const ConsoleRegion = z.enum(['all', 'queue', 'map', 'board'])
export type ConsoleRegion = z.infer<typeof ConsoleRegion>

/** What a window of a layout shows: a part of the console, the page of those who manage the room, or a wall. */
export const Region = z.enum([...ConsoleRegion.options, 'supervise', 'wall'])
export type Region = z.infer<typeof Region>

/** `full-screen` can be left with a key; `kiosk` is a wall that nobody sits at. */
export const WindowMode = z.enum(['normal', 'maximized', 'full-screen', 'kiosk'])
export type WindowMode = z.infer<typeof WindowMode>

/** How a layout remembers a monitor, so that it is found again when its id, its scale or its size has changed. */
export const DisplayMark = z
  .strictObject({
    lastId: z.number(),
    label: z.string().max(200).regex(visible),
    width: length,
    height: length,
    scaleFactor: z.number().positive().max(16),
    isPrimary: z.boolean(),
    /** Its corner seen from the corner of the primary display. */
    offset: z.strictObject({ x: coordinate, y: coordinate }).readonly(),
  })
  .readonly()
export type DisplayMark = z.infer<typeof DisplayMark>

/** A window's place as parts of its display's work area, so that it fits another size and scale. May hang out a little, as windows do. */
export const Share = z
  .strictObject({
    x: z.number().min(-2).max(3),
    y: z.number().min(-2).max(3),
    width: z.number().min(0).max(4),
    height: z.number().min(0).max(4),
  })
  .readonly()
export type Share = z.infer<typeof Share>

/** Where one window belongs. `wall` names the wall that a window of region `wall` shows; null is the room's own. */
export const Placement = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    region: Region,
    wall: z
      .string()
      .regex(/^[\p{L}\p{N}_-]{1,64}$/u)
      .nullable(),
    display: DisplayMark,
    mode: WindowMode,
    share: Share,
    zoom: z.number().min(0.5).max(3),
  })
  .readonly()
  .refine(({ region, wall }) => wall === null || region === 'wall', { path: ['wall'] })
export type Placement = z.infer<typeof Placement>

/** More windows than this no desk has, and no machine opens in good time. */
export const mostPlacements = 16
export const longestLayoutName = 40

const hasOwnIds = (placements: readonly Placement[]): boolean => new Set(placements.map(({ id }) => id)).size === placements.length

export const Placements = z.array(Placement).max(mostPlacements).refine(hasOwnIds).readonly()

export const LayoutName = z
  .string()
  .min(1)
  .max(longestLayoutName)
  .regex(visible)
  .refine((name) => name.trim() === name)

export const LayoutId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export type LayoutId = z.infer<typeof LayoutId>

/** A named arrangement of windows. `version` counts its savings, so that an older one is not saved over a newer one. */
export const Layout = z
  .strictObject({ id: LayoutId, name: LayoutName, placements: Placements, version: z.number().int().min(1) })
  .readonly()
export type Layout = z.infer<typeof Layout>

/** Whose layout it is: the machine's, for everybody who sits down here, or the own of the person signed in. */
export const Shelf = z.enum(['workstation', 'own'])
export type Shelf = z.infer<typeof Shelf>

/** What a page is shown of the layouts kept here: the machine's and the person's own, never another person's. */
export const LayoutsShown = z
  .strictObject({
    person: AccountId.nullable(),
    layouts: z.array(z.strictObject({ shelf: Shelf, layout: Layout }).readonly()).readonly(),
    lastUsed: LayoutId.nullable(),
  })
  .readonly()
export type LayoutsShown = z.infer<typeof LayoutsShown>

/** A layout as a person saves it: `version` is the one it was edited from, 0 for a new one. */
export const LayoutDraft = z
  .strictObject({ id: LayoutId, name: LayoutName, placements: Placements, version: z.number().int().min(0) })
  .readonly()
export type LayoutDraft = z.infer<typeof LayoutDraft>
