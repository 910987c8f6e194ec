import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Common } from './rarity.ts'
import { learntSigns, roomSigns } from './signs.ts'
import type { Pairs } from './soundPairs.ts'

/** Count → the pairs of characters that so many texts hold, parted by blanks. */
const Counts = z.object({ texts: z.number().int().positive(), pairs: z.record(z.string().regex(/^[0-9]+$/), z.string()) }).readonly()

/** What was learnt of duplicates, as it ships: `resources/brain/duplicates.json`. */
export const LearntDuplicates = z
  .object({
    /** Reports it learnt from, and how many of them repeat an earlier one. */
    learntFrom: z.object({ reports: z.number().int(), duplicates: z.number().int() }).readonly(),
    /** From this probability on a report is called a duplicate where nobody is asked. */
    decidesFrom: z.number().min(0).max(1),
    bias: z.number(),
    learnt: z.record(z.enum(learntSigns), z.number()).readonly(),
    byHand: z.record(z.enum(roomSigns), z.number()).readonly(),
    /** How common pairs of characters are in reports, and in the words that say where. */
    words: Counts,
    places: Counts,
  })
  .readonly()
export type LearntDuplicates = z.infer<typeof LearntDuplicates>

/** Counts by sound: what sounds alike is counted together. */
export const commonBySound = ({ texts, pairs }: LearntDuplicates['words'], pairsOf: (text: string) => Pairs): Common => {
  const counts = new Map<number, number>()
  for (const [count, list] of Object.entries(pairs)) {
    for (const pair of list.split(' ')) {
      for (const heard of pairsOf(pair)) counts.set(heard, (counts.get(heard) ?? 0) + Number(count))
    }
  }
  return { texts, counts }
}

/** Throws when the file is missing or broken, because the product ships it. */
export const loadLearntDuplicates = async (folder: string): Promise<LearntDuplicates> =>
  LearntDuplicates.parse(JSON.parse(await readFile(join(folder, 'duplicates.json'), 'utf8')))
