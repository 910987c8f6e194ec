/**
 * One member of the model: an average of one small vector per feature, straight and bent, then one sum per answer.
 *
 *     z = bias + Σ value · embed[row]          width numbers
 *     answer = outBias + out · [max(z, 0), z]  one number per kind, then police needed, then critical
 *
 * The straight half is a linear model over all features; the bent half lets one word change what another means.
 */
export type Network = {
  readonly rows: number
  readonly width: number
  readonly answers: number
  /** rows × width. */
  readonly embed: Float32Array
} & Head

/** What a member makes of its z. */
export type Head = {
  /** width. */
  readonly bias: Float32Array
  /** answers × 2 width. */
  readonly out: Float32Array
  /** answers. */
  readonly outBias: Float32Array
}

/** Features that the model knows: its row of each, and how strong it is; and which of them each run of the text is. */
export type Input = { readonly rows: Int32Array; readonly values: Float32Array; readonly places: Int32Array }

/** Room for one calculation, used again for the next. */
export type Scratch = { readonly z: Float32Array; readonly bent: Float32Array; readonly answers: Float32Array }

export const scratchOf = ({ width, answers }: Pick<Network, 'width' | 'answers'>): Scratch => ({
  z: new Float32Array(width),
  bent: new Float32Array(2 * width),
  answers: new Float32Array(answers),
})

/** z of an input; `keep` leaves features out and strengthens the rest, in training. */
export const gather = ({ embed, bias, width }: Network, { rows, values }: Input, z: Float32Array, keep: Float32Array | null) => {
  z.set(bias)
  for (let i = 0; i < rows.length; i++) {
    const value = (values[i] as number) * (keep === null ? 1 : (keep[i] as number))
    if (value === 0) continue
    const at = (rows[i] as number) * width
    for (let d = 0; d < width; d++) z[d] = (z[d] as number) + value * (embed[at + d] as number)
  }
}

/** Bends z and sums up every answer into `answers`; `keep` as in `gather`, over both halves. */
export const answer = ({ out, outBias }: Head, { z, bent, answers }: Scratch, keep: Float32Array | null) => {
  const width = z.length
  const both = 2 * width
  for (let d = 0; d < width; d++) {
    const one = z[d] as number
    bent[d] = Math.max(one, 0) * (keep === null ? 1 : (keep[d] as number))
    bent[width + d] = one * (keep === null ? 1 : (keep[width + d] as number))
  }
  // Two answers at once: one sum does not wait for the other.
  for (let k = 0; k < answers.length; k += 2) {
    const next = k + 1 < answers.length ? k + 1 : k
    const [at, atNext] = [k * both, next * both]
    let [sum, sumNext] = [outBias[k] as number, outBias[next] as number]
    for (let d = 0; d < both; d++) {
      const one = bent[d] as number
      sum += (out[at + d] as number) * one
      sumNext += (out[atNext + d] as number) * one
    }
    answers[k] = sum
    answers[next] = sumNext
  }
}
