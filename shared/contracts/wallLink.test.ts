import { expect, test } from 'vitest'
import { passIn, withoutPass } from './wallLink.ts'

const pass = 'Ab3_-'.repeat(8) + 'xyz'

test.each([
  [`https://room.example/wall/#${pass}`, pass],
  [` room.example:8135/wall#${pass}\n`, pass],
  [`１０．０．０．８／wall／＃${pass}`, pass],
  [`https://room.example/wall/?wall=2#${pass}`, pass],
  [`https://room.example/wall/#${pass.slice(1)}`, null],
  [`https://room.example/wall/#${pass}x`, null],
  ['https://room.example/wall/', null],
  ['room.example/wall/#', null],
  ['https://room.example/', undefined],
  ['wall.example:8135', undefined],
  ['room.example/#/wall/', undefined],
  [`room.example/#${pass}`, undefined],
  ['', undefined],
])('[Y17] the pass in %j', (typed, found) => expect(passIn(typed)).toBe(found))

test('[Y17] an address is shown without its pass, in whatever width it was typed', () => {
  expect([`https://room.example/wall/#${pass}`, `room.example/wall/＃${pass}`, ' room.example '].map(withoutPass)).toEqual([
    'https://room.example/wall/',
    'room.example/wall/',
    'room.example',
  ])
})
