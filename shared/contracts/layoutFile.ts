import { z } from 'zod'
import { LayoutName, Placements, type Layout } from './layout.ts'
import type { LayoutRefusal } from './layoutRefusal.ts'
import { upgraded, type Upgrade } from './upgraded.ts'

const mark = 'xiaonao-layout'
const currentVersion = 1
/** Sixteen windows with long names take less than 16 KB. */
export const largestLayoutFile = 64 * 1024

/** Step n makes a file of version n + 1 from one of version n. */
const upgrades: readonly Upgrade[] = []

/** A layout in a file of its own, to be carried to another workstation. Ids and versions stay at home. */
export const LayoutFile = z
  .strictObject({ format: z.literal(mark), version: z.literal(currentVersion), name: LayoutName, placements: Placements })
  .readonly()
export type LayoutFile = z.infer<typeof LayoutFile>

export type LayoutRead = { readonly ok: true; readonly file: LayoutFile } | { readonly ok: false; readonly refusal: LayoutRefusal }

const Marked = z.object({ format: z.literal(mark) })

const parsed = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return null
  }
}

const refused = (refusal: LayoutRefusal): LayoutRead => ({ ok: false, refusal })

/** Reads whatever a person chose as a layout file: a layout, or the reason why it is none. Never throws. */
export const readLayoutFile = (text: string): LayoutRead => {
  if (text.length > largestLayoutFile) return refused('file-too-large')
  const json = parsed(text)
  if (!json) return refused('file-not-readable')
  if (!Marked.safeParse(json.value).success) return refused('file-is-no-layout')
  const now = upgraded(json.value, currentVersion, upgrades)
  if (now.state === 'newer') return refused('file-is-newer')
  const file = LayoutFile.safeParse(now.state === 'current' ? now.value : null)
  return file.success ? { ok: true, file: file.data } : refused('file-is-damaged')
}

export const layoutFileText = ({ name, placements }: Pick<Layout, 'name' | 'placements'>): string =>
  `${JSON.stringify({ format: mark, version: currentVersion, name, placements } satisfies LayoutFile, null, 2)}\n`
