import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseTown } from '../../../shared/domain/town/parseTown.ts'
import { addressBook } from '../addressBook.ts'
import { soundsOf } from '../../../shared/domain/language/sounds.ts'
import { townRegistry } from '../townRegistry.ts'

const root = join(import.meta.dirname, '../../..')

/** The example town with its book, and the table of sounds that ships. */
export const exampleBook = async () => {
  const parsed = parseTown(JSON.parse(await readFile(join(root, 'resources/town/example.json'), 'utf8')))
  if (!parsed.ok) throw new Error('the example town cannot be read')
  const table = await readFile(join(root, 'resources/brain/pinyin.txt'), 'utf8')
  const sounds = soundsOf(table)
  return { town: parsed.town, table, sounds, book: addressBook(townRegistry(parsed.town), sounds) }
}
