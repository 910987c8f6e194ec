import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { soundsOf } from '../../shared/domain/language/sounds.ts'
import type { Learnt } from './classifier.ts'
import { readModel } from './model/modelFile.ts'

/** Reads the model that ships and the table of sounds; throws when one is missing or broken, because the product ships them. */
export const loadLearnt = async (folder: string): Promise<Learnt> => {
  const [model, sounds] = await Promise.all([readFile(join(folder, 'model.bin')), readFile(join(folder, 'pinyin.txt'), 'utf8')])
  return { model: readModel(model), sounds: soundsOf(sounds) }
}
