import { readFile, stat } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Learnt } from './classifier.ts'
import { readCorpus } from './learning/corpusFiles.ts'
import { fingerprintOf } from './learning/fingerprint.ts'
import { loadHearing, loadLearnt } from './loadLearnt.ts'
import { BadModel, readModel, writeModel } from './model/modelFile.ts'
import { shippedTaxonomy } from './testing/shippedTaxonomy.ts'

const folder = 'resources/brain'
const megabyte = 1_000_000

let learnt: Learnt
beforeAll(async () => {
  learnt = await loadLearnt(folder)
})

describe('[B76] the models that ship', () => {
  test('[B76] know the kinds of the shipped taxonomy and no others', async () => {
    expect(learnt.model.kinds).toEqual((await shippedTaxonomy()).map(({ code }) => code))
  })

  test('[B76] take no more than ten megabytes', async () => {
    for (const name of ['model.bin', 'places.bin']) expect((await stat(`${folder}/${name}`)).size).toBeLessThanOrEqual(10 * megabyte)
  })

  test('[B76] learnt from the corpus as it ships, all of it', async () => {
    const { sources, fingerprint } = await readCorpus('resources/corpus')
    expect(learnt.model.origin).toMatchObject({
      corpus: await fingerprintOf('resources/brain', fingerprint),
      texts: sources.reduce((sum, { texts }) => sum + texts.length, 0),
    })
  })

  test('[B76] hold each feature once, with weights that are numbers', () => {
    const { hashes, scales, members } = learnt.model
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(scales.every((one) => one >= 0)).toBe(true)
    expect(members).toHaveLength(3)
  })

  test('[B78] are calibrated: neither too sure nor without a threshold', () => {
    const { temperature, police, critical } = learnt.model.calibration
    expect(temperature > 0.5 && temperature < 3).toBe(true)
    for (const { slope, threshold } of [police, critical]) expect(slope > 0 && threshold > 0 && threshold <= 0.5).toBe(true)
  })

  test('[B75] are written again as the same bytes', async () => {
    const file = await readFile(`${folder}/model.bin`)
    expect(writeModel(readModel(file)).equals(file)).toBe(true)
  })

  test('[B49] find places, and none where none is said', () => {
    const said = (text: string) => learnt.placesIn(text).map(({ start, end }) => text.slice(start, end))
    expect(said('报警人称在灯草巷34号2单元301室听到有人喊救命')).toEqual(['灯草巷34号2单元301室'])
    expect(said('他打我，快来')).toEqual([])
  })
})

test('[B45] what ships hears: characters that sound alike have a sound in common, and places have their words', async () => {
  const { sounds, placeWords } = await loadHearing(folder)
  const heard = (sign: string) => sounds(sign.charCodeAt(0)).heard
  expect(heard('着').some((sound) => heard('照').includes(sound))).toBe(true)
  expect(heard('着').some((sound) => heard('楼').includes(sound))).toBe(false)
  expect(Object.keys(placeWords).length).toBeGreaterThan(0)
})

test('[B75] a folder without models, or with files that are none, stops the start', async () => {
  await expect(loadLearnt('resources/taxonomy')).rejects.toThrow()
  expect(() => readModel(Buffer.from('{}'))).toThrow(BadModel)
})
