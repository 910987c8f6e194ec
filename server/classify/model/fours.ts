/** Rows gone through together: what they are multiplied with, or added up into, is fetched once for all of them. */
export const atOnce = 4

/**
 * Where rows of so many numbers begin, in fours: what fills up the last four is the first row of all, and counts for nothing.
 */
export const startsInFours = (rows: Int32Array, numbers: number): Int32Array => {
  const starts = new Int32Array(Math.ceil(rows.length / atOnce) * atOnce)
  for (let i = 0; i < rows.length; i++) starts[i] = (rows[i] as number) * numbers
  return starts
}
