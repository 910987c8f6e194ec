import { atOnce, startsInFours } from './fours.ts'
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
    const starts = startsInFours(rows, all)
    const strengths = new Float64Array(starts.length)
    for (let i = 0; i < rows.length; i++) strengths[i] = (values[i] as number) * (scales[rows[i] as number] as number)
    const sums = Float64Array.from(biases)
    for (let i = 0; i < starts.length; i += atOnce) {
      const [a, b, c, e] = [strengths[i] as number, strengths[i + 1] as number, strengths[i + 2] as number, strengths[i + 3] as number]
      const [atA, atB, atC, atE] = [starts[i] as number, starts[i + 1] as number, starts[i + 2] as number, starts[i + 3] as number]
      for (let d = 0; d < all; d++) {
        const two = a * (weights[atA + d] as number) + b * (weights[atB + d] as number)
        sums[d] = (sums[d] as number) + two + c * (weights[atC + d] as number) + e * (weights[atE + d] as number)
      }
    }
    const z = Float32Array.from(sums)
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
