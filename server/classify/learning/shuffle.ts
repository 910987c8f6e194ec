/** Shuffles in place (Fisher–Yates). */
export const shuffle = (order: Uint32Array, random: () => number) => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const one = order[i] as number
    order[i] = order[j] as number
    order[j] = one
  }
}
