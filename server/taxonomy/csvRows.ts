/** One row of a CSV file, with the line it began on (1 is the first line of the file). */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** One cell: quoted with doubled quotes inside, or bare up to the next comma or line end. */
const cellPattern = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n|\n|\r|$)/y

const unquoted = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell.trim())

const lineBreaks = (cell: string): number => cell.split('\n').length - 1

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '')

/**
 * Rows of an RFC 4180 CSV text; blank lines and a byte order mark are left out.
 *
 * Answers the line of the first stray quote instead, so that the person who wrote the file can be told where to look.
 */
export const csvRows = (text: string): readonly CsvRow[] | { readonly strayQuoteAtLine: number } => {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let began = 1
  cellPattern.lastIndex = 0
  for (;;) {
    const match = cellPattern.exec(source)
    if (!match) return { strayQuoteAtLine: line }
    const [whole, cell = '', end = ''] = match
    cells.push(unquoted(cell))
    line += lineBreaks(cell)
    if (end === ',') continue
    if (!isBlank(cells)) rows.push({ line: began, cells })
    cells = []
    line += 1
    began = line
    if (end === '' || (whole !== '' && cellPattern.lastIndex >= source.length)) return rows
  }
}
