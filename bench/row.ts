/** One measured claim: what was measured, what it should be, and what the bare means could do in the same run. */
export type BenchRow = {
  readonly what: string
  readonly measured: number
  readonly unit: string
  /** The number promised; null where the row is only there to compare with. */
  readonly target: number | null
  /** The same work by the bare means, without our code; null where there is none. */
  readonly ceiling: number | null
  /** Spread over the runs, and what a reader must know to judge the number. */
  readonly note: string
}

const rounded = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1))

/** The middle of the runs, with their spread for the note. */
export const middleOf = (runs: readonly number[]) => {
  const sorted = [...runs].sort((one, other) => one - other)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const spread = `min ${rounded(sorted[0] ?? Number.NaN)} / median ${rounded(median)} / max ${rounded(sorted.at(-1) ?? Number.NaN)} of ${sorted.length} runs`
  return { median, spread }
}

/** The value that `share` (0…1) of the samples do not exceed. */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A table for a terminal. */
export const printRows = (rows: readonly BenchRow[]): string => {
  const cell = (value: number | null, unit: string) => (value === null ? '' : `${rounded(value)} ${unit}`)
  const lines = rows.map((row) => [
    row.what,
    cell(row.measured, row.unit),
    cell(row.target, row.unit),
    cell(row.ceiling, row.unit),
    row.note,
  ])
  const table = [['what', 'measured', 'target', 'ceiling', 'note'], ...lines]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => (line[column] ?? '').length)))
  return table
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
