import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTown } from '../shared/domain/town/parseTown.ts'
import type { Town } from '../shared/domain/town/town.ts'
import { root } from './root.ts'

/** The town that ships with the product. */
export const exampleTown = (): Town => {
  const parsed = parseTown(JSON.parse(readFileSync(join(root, 'resources/town/example.json'), 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)))
  return parsed.town
}
