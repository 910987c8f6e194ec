import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseTown } from '../../shared/domain/town/parseTown.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { loadTaxonomy } from '../taxonomy/loadTaxonomy.ts'

/** What a room stands on, read once at the start. */
export type TownFiles = { readonly town: Town; readonly taxonomy: Taxonomy; readonly isExample: boolean }

/** A file that cannot be used, said to the person at the terminal. */
export class BadFile extends Error {
  override readonly name = 'BadFile'
}

/** So many problems are shown; the first is usually the cause of the rest. */
const shownProblems = 12

const readTown = async (path: string): Promise<Town> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    throw new BadFile(`镇街文件读不到 / The town file cannot be read: ${path}`)
  }
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch (error) {
    throw new BadFile(`${path}: 不是 JSON / not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  const parsed = parseTown(file)
  if (parsed.ok) return parsed.town
  const problems = parsed.problems.slice(0, shownProblems).map(({ path: at, zh, en }) => `  ${at}: ${zh} / ${en}`)
  throw new BadFile([`${path}:`, ...problems, `(${parsed.problems.length})`].join('\n'))
}

/** The town's file and taxonomy; `file` null means the example town. Throws `BadFile` in both languages. */
export const readTownFiles = async (resources: string, file: string | null): Promise<TownFiles> => {
  const town = await readTown(file ?? join(resources, 'town/example.json'))
  const path = join(resources, 'taxonomy/default.csv')
  const loaded = await loadTaxonomy(path)
  if (!loaded.ok) throw new BadFile([`${path}:`, ...loaded.problems.map(({ line, zh, en }) => `  ${line}: ${zh} / ${en}`)].join('\n'))
  return { town, taxonomy: loaded.taxonomy, isExample: file === null }
}
