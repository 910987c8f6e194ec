/** As many characters of the end as a person can copy without a slip, and nobody can hit by chance. */
export const proofLength = 8

/** Digits and letters alone, as they are compared: typed with or without colons, small or full-width. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

const chunks = <T>(whole: readonly T[], size: number): readonly (readonly T[])[] =>
  whole.flatMap((_, at) => (at % size === 0 ? [whole.slice(at, at + size)] : []))

/**
 * A fingerprint as two people compare it, one reading from the sheet: lines of four groups, `AB:CD` each.
 *
 * The sheet is printed in the same lines, eight pairs each, by the command in the README.
 */
export const fingerprintLines = (fingerprint: string): readonly (readonly string[])[] =>
  chunks(
    chunks(fingerprint.split(':'), 2).map((pairs) => pairs.join(':')),
    4,
  )

/** True when `typed` is the end of the fingerprint. */
export const isProven = (fingerprint: string, typed: string): boolean => {
  const end = bare(fingerprint).slice(-proofLength)
  return end.length === proofLength && bare(typed) === end
}
