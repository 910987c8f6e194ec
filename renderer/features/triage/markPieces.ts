import type { Mark } from '../../../shared/domain/incident/report.ts'

export type Piece = { readonly text: string; readonly tone: Mark['tone'] | null }

/** Where marks overlap the graver one is seen. */
const gravest: readonly Mark['tone'][] = ['danger', 'police', 'harmless', 'kind', 'place']

/** A text cut where marks begin and end; the pieces joined are the text again. Marks outside the text are passed over. */
export const markPieces = (text: string, marks: readonly Mark[]): readonly Piece[] => {
  const inside = marks.map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) })).filter((mark) => mark.start < mark.end)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const toneAt = (from: number) => {
    const over = inside.filter(({ start, end }) => start <= from && from < end)
    return gravest.find((tone) => over.some((mark) => mark.tone === tone)) ?? null
  }
  const pieces = cuts.slice(0, -1).map((from, i) => ({ text: text.slice(from, cuts[i + 1]), tone: toneAt(from) }))
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined.at(-1)
    if (last && last.tone === piece.tone) return [...joined.slice(0, -1), { text: last.text + piece.text, tone: piece.tone }]
    return [...joined, piece]
  }, [])
}
