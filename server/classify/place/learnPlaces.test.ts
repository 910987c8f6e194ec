import { expect, test } from 'vitest'
import { fewSounds } from '../testing/fewSounds.ts'
import { tags, type Chain } from './chain.ts'
import { learnPlaces, placeTraining, tagsOf, type PlaceLesson } from './learnPlaces.ts'
import { placeFeatureReader } from './placeFeatures.ts'
import { placeFinder } from './placeFinder.ts'

const read = placeFeatureReader(fewSounds, {})

/** Marked as the corpus is. */
const lessonOf = (marked: string): PlaceLesson => {
  const [before = '', place, after = ''] = marked.split(/[⟦⟧]/)
  return {
    features: read(`${before}${place ?? ''}${after}`),
    places: place === undefined ? [] : [[before.length, before.length + place.length]],
  }
}

const roads = ['桥头', '临江', '白杨', '蓝桥', '纺工', '灯草']
const matters = ['有人吵架', '水管漏水', '车子堵门', '树倒下来']
/** A place stands behind 在 and ends with 路 or with the number of a house. */
const lessons = roads.flatMap((road, i) => [
  ...matters.map((matter) => lessonOf(`我在⟦${road}路⟧${matter}`)),
  ...matters.map((matter, j) => lessonOf(`在⟦${road}路${i * 7 + j + 1}号⟧${matter}`)),
  lessonOf(`${matters[i % matters.length] as string}，快来`),
])
const bytesOf = ({ emissions, transitions }: Chain) => Buffer.concat([emissions, transitions].map(({ buffer }) => Buffer.from(buffer)))
const how = { ...placeTraining, seed: 5 }

test('[B49] it learns where places begin and end, and finds one whose name it has not read', () => {
  const find = placeFinder(learnPlaces(lessons, how), read)
  const said = (text: string) => find(text).map(({ start, end }) => text.slice(start, end))
  expect(said('我在古塔路有人吵架')).toEqual(['古塔路'])
  expect(said('在古塔路93号水管漏水')).toEqual(['古塔路93号'])
  expect(said('车子堵门，快来')).toEqual([])
})

test('[B77] the same seed and texts give the same weights, another seed others', () => {
  const learn = (seed: number) => bytesOf(learnPlaces(lessons.slice(0, 12), { ...how, seed }))
  expect(learn(5).equals(learn(5))).toBe(true)
  expect(learn(6).equals(learn(5))).toBe(false)
})

test('[B78] no texts, empty ones, ones without a place and ones that are all place break nothing', () => {
  for (const marked of [[], [''], ['快来'], ['⟦桥头路⟧'], ['', '快来', '⟦桥头路⟧']]) {
    const { emissions, transitions } = learnPlaces(marked.map(lessonOf), how)
    expect(emissions.every(Number.isFinite) && transitions.every(Number.isFinite)).toBe(true)
  }
})

test('[B49] two places side by side are two', () => {
  const { outside, first, further } = tags
  expect([
    ...tagsOf(6, [
      [1, 3],
      [3, 5],
    ]),
  ]).toEqual([outside, first, further, first, further, outside])
})
