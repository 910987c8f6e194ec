import { expect, test } from 'vitest'
import { wholeAddress } from './wholeAddress.ts'

test.each([
  ['http://127.0.0.1:8135/?region=map#x', 'http://127.0.0.1:8135'],
  ['https://room.example/supervise/', 'https://room.example'],
  ['app://xiaonao/', 'app://xiaonao'],
  ['app://xiaonao/index.html?region=map', 'app://xiaonao'],
])('[C53] at %s tiles and styles are fetched from %s, their gaps as they are', (page, origin) => {
  expect(wholeAddress('/tiles/{z}/{x}/{y}.mvt?v=1', page)).toBe(`${origin}/tiles/{z}/{x}/{y}.mvt?v=1`)
  expect(wholeAddress('/map/style-dark.json', page)).toBe(`${origin}/map/style-dark.json`)
  expect(wholeAddress('mapbox://fonts/mapbox/{fontstack}', page)).toBe('mapbox://fonts/mapbox/{fontstack}')
})
