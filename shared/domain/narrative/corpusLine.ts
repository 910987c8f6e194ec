import { KindCode } from '../taxonomy/taxonomy.ts'
import { Style } from './narrative.ts'

/** A text with what a careful dispatcher says of it. */
export type LabelledText = {
  readonly text: string
  /** The kind it is filed under, and others that would be accepted as well. */
  readonly kinds: readonly [KindCode, ...KindCode[]]
  readonly style: Style
  readonly policeNeeded: boolean
  readonly critical: boolean
  /** The words that say where: start and end in UTF-16 units, in order. */
  readonly places: readonly (readonly [start: number, end: number])[]
}

/** What is wrong with a line, for whoever writes one. */
export type Flaw = 'four-columns' | 'unknown-kind' | 'unknown-style' | 'flags' | 'place-marks' | 'empty'

const kindsOf = (column: string): LabelledText['kinds'] | null => {
  const [first, ...others] = column.split('|').map((code) => KindCode.safeParse(code))
  if (!first?.success || others.some((other) => !other.success)) return null
  return [first.data, ...others.flatMap((other) => other.data ?? [])]
}

const mark = /⟦([^⟦⟧]+)⟧/g

/** The text without its marks, and where they stood; null when one is not closed or holds another. */
const unmarked = (marked: string): Pick<LabelledText, 'text' | 'places'> | null => {
  const places: (readonly [number, number])[] = []
  const text = marked.replace(mark, (_, place: string, at: number) => {
    const start = at - places.length * 2
    places.push([start, start + place.length])
    return place
  })
  return /[⟦⟧]/.test(text) ? null : { text, places }
}

/** Reads one line of the corpus: kind, style, flags and text with its places marked, parted by tabs. */
export const corpusLine = (line: string): LabelledText | Flaw => {
  const columns = line.split('\t')
  const [kindColumn, styleColumn, flags, marked] = columns
  if (columns.length !== 4 || kindColumn === undefined || flags === undefined || marked === undefined) return 'four-columns'
  const kinds = kindsOf(kindColumn)
  const style = Style.safeParse(styleColumn)
  if (!kinds) return 'unknown-kind'
  if (!style.success) return 'unknown-style'
  if (!/^[01]{2}$/.test(flags)) return 'flags'
  const read = unmarked(marked)
  if (!read) return 'place-marks'
  if (read.text.trim() === '') return 'empty'
  return { ...read, kinds, style: style.data, policeNeeded: flags.startsWith('1'), critical: flags.endsWith('1') }
}
