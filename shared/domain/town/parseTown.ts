import { codeProblems } from './codeProblems.ts'
import { geometryProblems } from './geometryProblems.ts'
import type { Problem } from './problem.ts'
import { residentProblems } from './residents.ts'
import { roadProblems } from './roadProblems.ts'
import { shapeProblems } from './shapeProblems.ts'
import { Town } from './town.ts'

export type ParsedTown = { readonly ok: true; readonly town: Town } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a town's file: either the whole town, or everything that is wrong with it.
 *
 * Codes and geometry are looked at only in a file of the right shape, so one missing bracket does not bring a
 * hundred further messages.
 */
export const parseTown = (file: unknown): ParsedTown => {
  const parsed = Town.safeParse(file)
  if (!parsed.success) return { ok: false, problems: shapeProblems(Town, file) }
  const town = parsed.data
  const problems = [...codeProblems(town), ...geometryProblems(town), ...roadProblems(town.roads), ...residentProblems(file, town)]
  return problems.length === 0 ? { ok: true, town } : { ok: false, problems }
}
