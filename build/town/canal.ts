import { apartM, type Flat } from './frame.ts'

/** Half the width of the canal, metres. */
export const canalHalfM = 12

/** 新塘河: from the fields in the west through the park, then along 太和街 down to the river. */
export const canalLine: readonly Flat[] = [
  ...Array.from({ length: 41 }, (_, n): Flat => [-4014 + n * 104, 1172 + 9 * Math.sin(n * 0.9)]),
  [225, 1163],
  [290, 1145],
  [337, 1105],
  [362, 1040],
  ...Array.from({ length: 10 }, (_, n): Flat => [366 + 4 * Math.sin(n * 1.3), 960 - n * 100]),
  [366, -12],
]

const parts = canalLine.slice(1).map((b, i) => [canalLine[i] as Flat, b] as const)

const toPart = (p: Flat, [a, b]: readonly [Flat, Flat]): number => {
  const length2 = apartM(a, b) ** 2
  const t = Math.min(1, Math.max(0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length2))
  return apartM(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])
}

/** Metres from the middle of the canal. */
export const toCanalM = (p: Flat): number => Math.min(...parts.map((part) => toPart(p, part)))

/** The band within `halfM` metres of a line, as a ring. */
export const band = (line: readonly Flat[], halfM: number): readonly Flat[] => {
  const normal = (i: number): Flat => {
    const [a, b] = [line[Math.max(0, i - 1)] as Flat, line[Math.min(line.length - 1, i + 1)] as Flat]
    const length = apartM(a, b)
    return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
  }
  const shifted = (sign: number) => line.map(([u, v], i): Flat => [u + sign * halfM * normal(i)[0], v + sign * halfM * normal(i)[1]])
  return [...shifted(1), ...shifted(-1).toReversed()]
}
