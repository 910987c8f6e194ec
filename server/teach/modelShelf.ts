import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Comparison, shippedNumber, TaughtModel } from '../../shared/contracts/teaching.ts'

/** Beside the one in force; enough to go back, and a disk holds them for ever: ten megabytes each. */
export const keptModels = 5

const Card = TaughtModel.extend({
  /** SHA-256 of the model's bytes: a disk that has lost a bit still gives a file that can be read. */
  sha256: z.string(),
})
const InForce = z.object({ number: z.number().int().min(0), since: z.number(), by: z.string() })
export type InForce = z.infer<typeof InForce>

/** A model's file that is not there, or is not what was written. */
export class LostModel extends Error {
  override readonly name = 'LostModel'
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Writes a file whole or not at all, and what folder it needs: a name stands for a file that has reached the disk. */
export type WriteWhole = (path: string, bytes: Uint8Array) => Promise<void>

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What the file says; null where there is none. Throws `LostModel` on one that cannot be read. */
const readAs = async <S extends z.ZodType>(schema: S, file: string): Promise<z.output<S> | null> => {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (isMissing(error)) return null
    throw new LostModel(`${file} cannot be read`, { cause: error })
  }
}

const nothing = () => null

const numberIn = (name: string): number | null => {
  const found = /^model-(\d+)\.(json|bin)$/.exec(name)
  return found ? Number(found[1]) : null
}

/** The models of a room in a folder of their own: `model-3.bin` with its card `model-3.json`, which is in force, and how they compare. */
export const modelShelf = (folder: string, writeWhole: WriteWhole) => {
  const at = (name: string) => join(folder, name)
  const writeJson = (name: string, value: unknown) => writeWhole(at(name), Buffer.from(JSON.stringify(value)))
  /** No folder yet: nobody has trained anything. */
  const filesThere = () => readdir(folder).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error as Error)))

  const cards = async (): Promise<readonly z.infer<typeof Card>[]> => {
    const names = (await filesThere()).filter((name) => name.endsWith('.json') && numberIn(name) !== null)
    const read = await Promise.all(names.map((name) => readAs(Card, at(name)).catch(nothing)))
    return read.filter((card) => card !== null).sort((a, b) => b.number - a.number)
  }

  const inForce = (): Promise<InForce | null> => readAs(InForce, at('in-force.json'))

  const tidy = async () => {
    const standing = (await inForce().catch(nothing))?.number ?? shippedNumber
    const others = (await cards()).map(({ number }) => number).filter((number) => number !== standing)
    for (const number of others.slice(keptModels)) {
      // The card first: bytes without a card are nothing, a card without bytes is a promise.
      await rm(at(`model-${number}.json`), { force: true })
      await rm(at(`model-${number}.bin`), { force: true })
    }
  }

  return {
    /** Newest first. */
    models: async (): Promise<readonly TaughtModel[]> => (await cards()).map(({ sha256: _sha256, ...model }) => model),
    /** The model's bytes as they were kept; throws `LostModel`. */
    bytes: async (number: number): Promise<Uint8Array> => {
      const card = await readAs(Card, at(`model-${number}.json`))
      const bytes = card && (await readFile(at(`model-${number}.bin`)).catch(nothing))
      if (!bytes || hashOf(bytes) !== card.sha256) throw new LostModel(`model-${number}.bin in ${folder} is missing or damaged`)
      return bytes
    },
    /** A number that was never given before; the newest ones are always kept, so that the highest is known. */
    nextNumber: async (): Promise<number> => {
      const numbers = (await filesThere()).map((name) => numberIn(name) ?? 0)
      return 1 + Math.max(shippedNumber, (await inForce().catch(nothing))?.number ?? shippedNumber, ...numbers)
    },
    keep: async (model: TaughtModel, bytes: Uint8Array): Promise<void> => {
      await writeWhole(at(`model-${model.number}.bin`), bytes)
      await writeJson(`model-${model.number}.json`, { ...model, sha256: hashOf(bytes) } satisfies z.infer<typeof Card>)
      await tidy()
    },
    /** Null until somebody chose one; throws `LostModel` when that cannot be read. */
    inForce,
    putInForce: (wish: InForce): Promise<void> => writeJson('in-force.json', wish),
    comparison: (): Promise<Comparison | null> => readAs(Comparison, at('comparison.json')).catch(nothing),
    keepComparison: (comparison: Comparison): Promise<void> => writeJson('comparison.json', comparison),
  }
}

export type ModelShelf = ReturnType<typeof modelShelf>
