import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../files/writeWhole.ts'

/**
 * Copies the town's own file to the program's data, beside the room's, so that tomorrow's start does not need the stick
 * that it came on. The path to start with from now on: the copy's, or where it cannot be copied the one that was given.
 */
export const keepTown = async (home: string, town: string, onTrouble: (error: unknown) => void): Promise<string> => {
  const copy = join(home, 'town.json')
  try {
    if (town !== copy) await writeWhole(copy, await readFile(town))
    return copy
  } catch (error) {
    onTrouble(error)
    return town
  }
}
