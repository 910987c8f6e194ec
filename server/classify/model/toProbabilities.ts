/** Softmax over the first `kinds` sums, then the logistic function for each of the others; in place. */
export const toProbabilities = (sums: Float32Array, kinds: number) => {
  let most = -Infinity
  for (let k = 0; k < kinds; k++) most = Math.max(most, sums[k] as number)
  let total = 0
  for (let k = 0; k < kinds; k++) {
    const raised = Math.exp((sums[k] as number) - most)
    sums[k] = raised
    total += raised
  }
  for (let k = 0; k < kinds; k++) sums[k] = (sums[k] as number) / total
  for (let k = kinds; k < sums.length; k++) sums[k] = 1 / (1 + Math.exp(-(sums[k] as number)))
}
