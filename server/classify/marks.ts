import type { Mark } from '../../shared/domain/incident/report.ts'
import type { Span } from './phrase.ts'

type Tone = Mark['tone']

/** Most marks an assessment carries; more would colour the whole text. */
const mostMarks = 40

/** What is painted first wins where two tones meet. */
const order: readonly Tone[] = ['danger', 'harmless', 'police', 'kind', 'place']

/** Marks that do not overlap, in order of the text; where two meet, the more serious tone stays. */
export const marksOf = (spans: Readonly<Partial<Record<Tone, readonly Span[]>>>): readonly Mark[] => {
  const taken = new Set<number>()
  const marks: Mark[] = []
  for (const tone of order) {
    const longestFirst = [...(spans[tone] ?? [])].sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0])
    for (const [start, end] of longestFirst) {
      const units = Array.from({ length: end - start }, (_, i) => start + i)
      if (marks.length >= mostMarks || units.some((unit) => taken.has(unit))) continue
      units.forEach((unit) => taken.add(unit))
      marks.push({ start, end, tone })
    }
  }
  return marks.sort((a, b) => a.start - b.start)
}
