/** One block of weights with the sum of its squared slopes (Adagrad: Duchi, Hazan, Singer 2011). */
export type Learned = { readonly weights: Float32Array; readonly slopes: Float32Array }

/** Keeps a first step finite. */
const tiny = 1e-5

export const learned = (length: number, spread: number, random: () => number): Learned => ({
  weights: Float32Array.from({ length }, () => (random() - 0.5) * spread),
  slopes: new Float32Array(length),
})

/** Moves one weight against its slope. */
export const step = ({ weights, slopes }: Learned, at: number, slope: number, rate: number) => {
  const sum = (slopes[at] as number) + slope * slope
  slopes[at] = sum
  weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(sum + tiny)
}
