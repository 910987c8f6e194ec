import type { Measured } from './intervals.ts'
import type { Judged, Scores } from './scores.ts'

/** One row of a table of figures: what, measured, and what it should at least reach. */
export type Row = { readonly what: string; readonly measured: Measured; readonly floor: string }

const digits = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3))

const rowText = ({ what, measured: { value, low, high, of }, floor }: Row): string =>
  `| ${what} | ${digits(value)} | ${digits(low)}–${digits(high)} | ${of} | ${floor} |`

/** Figures as a table, in Markdown; those that the set does not label are left out. */
export const tableOf = (rows: readonly Row[]): string =>
  [
    '| what | measured | 95 % interval | of | must reach |',
    '|---|---|---|---|---|',
    ...rows.filter(({ measured }) => measured.of > 0).map(rowText),
  ].join('\n')

/** What is asked of the brain on calls it has not seen. */
export const rowsOf = (scores: Scores): readonly Row[] => [
  { what: 'police needed, recall', measured: scores.policeRecall, floor: '≥ 0.98' },
  { what: 'police needed, precision', measured: scores.policePrecision, floor: '≥ 0.85' },
  { what: 'critical, recall', measured: scores.criticalRecall, floor: '≥ 0.97' },
  { what: 'critical, precision', measured: scores.criticalPrecision, floor: '' },
  { what: 'kind, top 1 (alternates accepted)', measured: scores.kindTop1, floor: '≥ 0.80' },
  { what: 'kind, top 3', measured: scores.kindTop3, floor: '≥ 0.92' },
  { what: 'primary force', measured: scores.force, floor: '≥ 0.88' },
  { what: 'expected calibration error', measured: scores.calibrationError, floor: '≤ 0.06' },
]

/** How bad a mistake is: police or life missed first, then sure and wrong. */
const badness = ({ kinds, policeNeeded, critical, seen }: Judged): number => {
  const missedPolice = policeNeeded === true && !seen.policeNeeded ? 4 : 0
  const missedLife = critical === true && !seen.critical ? 3 : 0
  const wrongKind = kinds.length > 0 && !kinds.includes(seen.kind) ? 1 + seen.confidence : 0
  const inVain = policeNeeded === false && seen.policeNeeded ? 0.5 : 0
  return missedPolice + missedLife + wrongKind + inVain
}

const mistakeText = (row: Judged, isShown: boolean): string => {
  const { text, kinds, policeNeeded, critical, seen } = row
  const wrong = [
    ...(policeNeeded === true && !seen.policeNeeded ? ['police missed'] : []),
    ...(critical === true && !seen.critical ? ['life at risk missed'] : []),
    ...(policeNeeded === false && seen.policeNeeded ? ['police in vain'] : []),
    ...(kinds.length === 0 || kinds.includes(seen.kind)
      ? []
      : [`${kinds.join('/')} taken for ${seen.kind} (${seen.confidence.toFixed(2)})`]),
  ]
  return `- ${wrong.join(', ')}: ${isShown ? text.replaceAll('\n', ' ') : row.id}`
}

/** The worst mistakes, worst first; where the words may not be written down, by what the set calls them. */
export const worstOf = (rows: readonly Judged[], count: number, isShown: boolean): string =>
  rows
    .filter((row) => badness(row) > 0)
    .sort((a, b) => badness(b) - badness(a))
    .slice(0, count)
    .map((row) => mistakeText(row, isShown))
    .join('\n')
