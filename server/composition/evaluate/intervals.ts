/** A share with the interval that holds the true one in 95 of 100 cases. */
export type Measured = { readonly value: number; readonly low: number; readonly high: number; readonly of: number }

/** 97.5 % point of the normal distribution. */
const z = 1.96

/** Wilson's interval for a share (E. B. Wilson 1927): honest also near 0 and 1 and for few cases. NaN of nothing. */
export const share = (hits: number, of: number): Measured => {
  if (of === 0) return { value: NaN, low: NaN, high: NaN, of }
  const p = hits / of
  const scale = 1 + (z * z) / of
  const middle = (p + (z * z) / (2 * of)) / scale
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / scale
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of }
}

const rounds = 1_000

/** A figure of a list with its percentile bootstrap interval (B. Efron 1979); `random` decides what is drawn. */
export const bootstrap = <T>(rows: readonly T[], figure: (rows: readonly T[]) => number, random: () => number): Measured => {
  if (rows.length === 0) return { value: NaN, low: NaN, high: NaN, of: 0 }
  const drawn = Array.from({ length: rounds }, () => figure(rows.map(() => rows[Math.floor(random() * rows.length)] as T)))
    .filter((one) => !Number.isNaN(one))
    .sort((a, b) => a - b)
  const at = (part: number) => drawn[Math.min(drawn.length - 1, Math.floor(part * drawn.length))] ?? NaN
  return { value: figure(rows), low: at(0.025), high: at(0.975), of: rows.length }
}
