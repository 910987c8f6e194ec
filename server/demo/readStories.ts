import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Hurdle, Narrative, readLines, ReturnReasons, Storm } from '../../shared/domain/narrative/narrative.ts'

/** Everything that can be told in the played life of a town. */
export type Stories = {
  readonly narratives: readonly Narrative[]
  readonly storms: readonly Storm[]
  readonly returns: readonly ReturnReasons[]
  readonly hurdles: readonly Hurdle[]
}

const stormFile = 'storms.jsonl'

/** The narratives that ship with the product. Throws with file and line on one that is not lawful. */
export const readStories = async (folder: string): Promise<Stories> => {
  const lines = async <T>(schema: z.ZodType<T>, file: string): Promise<readonly T[]> => {
    const read = readLines(schema, await readFile(join(folder, file), 'utf8'))
    if (!read.ok) throw new Error(`${join(folder, file)}:${read.line}: ${read.problem}`)
    return read.items
  }
  const list = async <T>(schema: z.ZodType<T>, file: string): Promise<readonly T[]> =>
    z.array(schema).parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
  // Sorted, so that the same seed tells the same story on every machine.
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl') && file !== stormFile).sort()
  const narratives = await Promise.all(files.map((file) => lines(Narrative, file)))
  return {
    narratives: narratives.flat(),
    storms: await lines(Storm, stormFile),
    returns: await list(ReturnReasons, 'returns.json'),
    hurdles: await list(Hurdle, 'hurdles.json'),
  }
}
