import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseTown } from '../../shared/domain/town/parseTown.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { residentsOf, type Resident } from '../../shared/domain/town/residents.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { addressTaker } from '../address/addressRow.ts'
import { readAddresses } from '../address/readAddresses.ts'
import type { Registry } from '../address/registry.ts'
import { townBuilder } from '../address/townRegistry.ts'
import { loadTaxonomy } from '../taxonomy/loadTaxonomy.ts'

/** What a room stands on, read once at the start. */
export type TownFiles = {
  readonly town: Town
  readonly taxonomy: Taxonomy
  readonly isExample: boolean
  readonly registry: Registry
  /** Who lives where; never leaves the server. */
  readonly residents: readonly Resident[]
}

/** A file that cannot be used, said to the person at the terminal. */
export class BadFile extends Error {
  override readonly name = 'BadFile'
}

/** So many problems are shown; the first is usually the cause of the rest. */
const shownProblems = 12

const readTown = async (path: string): Promise<Pick<TownFiles, 'town' | 'residents'>> => {
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
  if (parsed.ok) return { town: parsed.town, residents: residentsOf(file) }
  const problems = parsed.problems.slice(0, shownProblems).map(({ path: at, zh, en }) => `  ${at}: ${zh} / ${en}`)
  throw new BadFile([`${path}:`, ...problems, `(${parsed.problems.length})`].join('\n'))
}

/** The registry of the town's file with the addresses of a register beside it, if there is one. */
const readRegistry = async (town: Town, addresses: string | null): Promise<Registry> => {
  const builder = townBuilder(town)
  if (addresses === null) return builder.build()
  const communities = new Map(town.communities.flatMap(({ id, name }) => [[id as string, id] as const, [name, id] as const]))
  const take = addressTaker(builder, (name) => communities.get(name) ?? null)
  const read = await readAddresses(addresses, take).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadFile(`地址文件读不到 / The file of addresses cannot be read: ${addresses}\n  ${why}`)
  })
  const problems = read.problems.map(({ line, zh, en }) => `  ${line}: ${zh} / ${en}`)
  if (problems.length > 0) throw new BadFile([`${addresses}:`, ...problems].join('\n'))
  return builder.build()
}

/**
 * The town's file and taxonomy, and the register of addresses beside it; `file` null means the example town, `addresses`
 * null none. Throws `BadFile` in both languages.
 */
export const readTownFiles = async (resources: string, file: string | null, addresses: string | null = null): Promise<TownFiles> => {
  const { town, residents } = await readTown(file ?? join(resources, 'town/example.json'))
  const path = join(resources, 'taxonomy/default.csv')
  const loaded = await loadTaxonomy(path)
  if (!loaded.ok) throw new BadFile([`${path}:`, ...loaded.problems.map(({ line, zh, en }) => `  ${line}: ${zh} / ${en}`)].join('\n'))
  return { town, taxonomy: loaded.taxonomy, isExample: file === null, registry: await readRegistry(town, addresses), residents }
}
