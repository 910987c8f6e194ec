import { z } from 'zod'
import { BuildingId } from '../ids.ts'
import type { Problem } from './problem.ts'
import { shapeProblems } from './shapeProblems.ts'
import type { Town } from './town.ts'

/**
 * 住户: under which number somebody who lives in the town calls, and where the door is.
 *
 * Not a part of `Town`, which every page reads: these stay in the server, where "my house" is looked up.
 */
export const Resident = z
  .object({
    phone: z.string().regex(/^[+0-9][0-9 -]{6,22}$/),
    building: BuildingId,
    unit: z.string().min(1).max(8).nullable().default(null),
    room: z.string().min(1).max(12).nullable().default(null),
  })
  .readonly()
export type Resident = z.infer<typeof Resident>

/** As many as a large street has households. */
const Residents = z.object({ residents: z.array(Resident).max(200_000).readonly().default([]) })

/** The residents that a town's file lists; none in a file that has no such part. */
export const residentsOf = (file: unknown): readonly Resident[] => {
  const parsed = Residents.safeParse(file)
  return parsed.success ? parsed.data.residents : []
}

/** What is wrong with them: their shape, or a building that the town does not have. */
export const residentProblems = (file: unknown, { buildings }: Pick<Town, 'buildings'>): readonly Problem[] => {
  const parsed = Residents.safeParse(file)
  if (!parsed.success) return shapeProblems(Residents, file)
  const known = new Set<string>(buildings.map(({ id }) => id))
  return parsed.data.residents.flatMap(({ building }, i) =>
    known.has(building)
      ? []
      : [{ path: `residents[${i}].building`, zh: `没有编号为 ${building} 的楼宇`, en: `There is no building with the code ${building}` }],
  )
}
