import { z } from 'zod'
import { Layout, LayoutId, longestLayoutName, Placements, type Placement } from '../../shared/contracts/layout.ts'
import { upgraded, type Upgrade } from '../../shared/contracts/upgraded.ts'
import { AccountId } from '../../shared/domain/ids.ts'

/** What is kept for one reader. `left` is how the windows stood at last, where that is not as `lastUsed` says. */
const Corner = { layouts: z.array(Layout).readonly(), lastUsed: LayoutId.nullable(), left: Placements.nullable() }

/** The layouts of one machine: everybody's, and those of each person who signed in here. */
export const LayoutBook = z
  .strictObject({
    version: z.literal(1),
    workstation: z.strictObject(Corner).readonly(),
    people: z.array(z.strictObject({ person: AccountId, ...Corner }).readonly()).readonly(),
  })
  .readonly()
export type LayoutBook = z.infer<typeof LayoutBook>

export type Corner = LayoutBook['workstation']

export const emptyCorner: Corner = { layouts: [], lastUsed: null, left: null }
export const emptyBook: LayoutBook = { version: 1, workstation: emptyCorner, people: [] }

/** Step n makes a book of version n + 1 from one of version n. */
const upgrades: readonly Upgrade[] = []

export type BookRead = { readonly state: 'read'; readonly book: LayoutBook } | { readonly state: 'broken' | 'newer' }

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const readBook = (text: string): BookRead => {
  const now = upgraded(jsonOf(text), 1, upgrades)
  if (now.state !== 'current') return { state: now.state === 'newer' ? 'newer' : 'broken' }
  const book = LayoutBook.safeParse(now.value)
  return book.success ? { state: 'read', book: book.data } : { state: 'broken' }
}

export const bookText = (book: LayoutBook): string => `${JSON.stringify(book, null, 1)}\n`

export const cornerOf = (book: LayoutBook, person: AccountId): Corner => book.people.find((one) => one.person === person) ?? emptyCorner

/** Two names that a person would read as one. */
export const isSameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)
const nameKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const cut = (name: string, length: number): string => {
  const letters = [...name]
  while (letters.join('').length > length) letters.pop()
  return letters.join('').trimEnd()
}

/** The name itself, or `名称 (2)`, `名称 (3)` … until nobody has it. */
export const freeName = (name: string, layouts: readonly Layout[]): string => {
  const isTaken = (wish: string): boolean => layouts.some((layout) => isSameName(layout.name, wish))
  const numbered = (number: number): string => {
    const wish = `${cut(name, longestLayoutName - ` (${number})`.length)} (${number})`
    return isTaken(wish) ? numbered(number + 1) : wish
  }
  return isTaken(name) ? numbered(2) : name
}

export type Start = { readonly layout: Layout | null; readonly placements: readonly Placement[] }
