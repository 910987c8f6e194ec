import type { Model } from '../model/model.ts'
import type { Network } from '../model/network.ts'

/** Four bits hold −7 … 7: with hundreds of features in a text their rounding evens out. */
const largest = 7

/** Puts networks of equal shape side by side, row by row, their weights rounded to four bits. */
export const joinMembers = (networks: readonly Network[]): Pick<Model, 'width' | 'members' | 'scales' | 'weights'> => {
  const [first] = networks
  if (!first) throw new Error('a model has at least one member')
  const { rows, width } = first
  const all = width * networks.length
  const scales = new Float32Array(rows)
  const weights = new Int8Array(rows * all)
  for (let row = 0; row < rows; row++) {
    let most = 0
    for (const { embed } of networks)
      for (let i = row * width; i < (row + 1) * width; i++) most = Math.max(most, Math.abs(embed[i] as number))
    const scale = most / largest
    scales[row] = scale
    if (scale === 0) continue
    networks.forEach(({ embed }, m) => {
      for (let d = 0; d < width; d++) weights[row * all + m * width + d] = Math.round((embed[row * width + d] as number) / scale)
    })
  }
  return { width, members: networks.map(({ bias, out, outBias }) => ({ bias, out, outBias })), scales, weights }
}
