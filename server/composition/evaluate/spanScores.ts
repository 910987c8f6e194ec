import { bootstrap, type Measured } from './intervals.ts'

/** What was said to be the place, and what is; empty for none. */
export type SpanPair = { readonly said: string; readonly right: string }

const f1 = (both: number, said: number, right: number): number => (said + right === 0 ? NaN : (2 * both) / (said + right))

/** F1 of whole spans: one character too much is wrong. */
const exact = (pairs: readonly SpanPair[]): number => {
  const said = pairs.filter((pair) => pair.said !== '').length
  const right = pairs.filter((pair) => pair.right !== '').length
  return f1(pairs.filter((pair) => pair.said !== '' && pair.said === pair.right).length, said, right)
}

/** The longest run of characters that both have. */
const shared = (a: string, b: string): number => {
  let most = 0
  let row = new Uint16Array(b.length + 1)
  for (let i = 0; i < a.length; i++) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue
      next[j + 1] = (row[j] as number) + 1
      most = Math.max(most, next[j + 1] as number)
    }
    row = next
  }
  return most
}

/** F1 of characters: a span cut a little short is a little wrong. */
const byCharacter = (pairs: readonly SpanPair[]): number => {
  const sum = (count: (pair: SpanPair) => number) => pairs.reduce((total, pair) => total + count(pair), 0)
  return f1(
    sum(({ said, right }) => shared(said, right)),
    sum(({ said }) => said.length),
    sum(({ right }) => right.length),
  )
}

/** How well places are found. */
export const spanScores = (
  pairs: readonly SpanPair[],
  random: () => number,
): { readonly exact: Measured; readonly byCharacter: Measured } => ({
  exact: bootstrap(pairs, exact, random),
  byCharacter: bootstrap(pairs, byCharacter, random),
})
