import type { Model } from './model.ts'
import { answer, scratchOf, type Input } from './network.ts'
import { toProbabilities } from './toProbabilities.ts'

/** What the members say of an input: the mean of their probabilities, and the middle numbers of all of them, one after the other. */
export type Said = { readonly means: Float64Array; readonly z: Float32Array }

/** Lets every member of a model read inputs. */
export const membersReader = ({
  kinds,
  width,
  members,
  scales,
  weights,
}: Omit<Model, 'calibration' | 'origin'>): ((input: Input) => Said) => {
  const all = width * members.length
  const answers = kinds.length + 2
  const scratch = scratchOf({ width, answers })
  const biases = Float32Array.from(members.flatMap(({ bias }) => [...bias]))
  return ({ rows, values }) => {
    const z = biases.slice()
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number
      const value = (values[i] as number) * (scales[row] as number)
      const at = row * all
      for (let d = 0; d < all; d++) z[d] = (z[d] as number) + value * (weights[at + d] as number)
    }
    const means = new Float64Array(answers)
    members.forEach((member, m) => {
      scratch.z.set(z.subarray(m * width, (m + 1) * width))
      answer(member, scratch, null)
      toProbabilities(scratch.answers, kinds.length)
      for (let k = 0; k < answers; k++) means[k] = (means[k] as number) + (scratch.answers[k] as number) / members.length
    })
    return { means, z }
  }
}
