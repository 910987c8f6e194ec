import { expect, test } from 'vitest'
import { placeGrower } from './growPlace.ts'

const grow = placeGrower({ position: '门口 东侧', part: '车库', unit: '号', 'not-a-place-end': '有人' })
const grown = (plain: string, place: string) => plain.slice(0, grow(plain, plain.indexOf(place) + place.length))

test('[B49] a place goes on in the words for parts and positions that follow it at once', () => {
  expect(grown('菱湖路幼儿园门口有人', '菱湖路幼儿园')).toBe('菱湖路幼儿园门口')
  expect(grown('凤起新村车库门口东侧东侧', '凤起新村')).toBe('凤起新村车库门口东侧')
})

test('[B49] what follows after a pause, or is no such word, is no part of it', () => {
  expect(grown('菱湖路幼儿园，门口有人', '菱湖路幼儿园')).toBe('菱湖路幼儿园')
  expect(grown('菱湖路幼儿园有人', '菱湖路幼儿园')).toBe('菱湖路幼儿园')
  expect(grow('', 0)).toBe(0)
})
