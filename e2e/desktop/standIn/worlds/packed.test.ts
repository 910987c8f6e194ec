import { expect, test } from 'vitest'
import { packed, unpacked } from './packed.ts'

const across = (value: unknown): unknown => unpacked(JSON.parse(JSON.stringify(packed(value))))

test.each([
  ['plain things', { a: [1, 'two', null, true], b: {} }],
  ['what JSON loses', { none: undefined, far: Infinity, big: 12n, at: new Date(5) }],
  ['collections', new Map<unknown, unknown>([['a', new Set([1, 2])]])],
  ['bytes', new Uint8Array([0, 255])],
  ['an object that looks like the wire', { is: 'date', value: 3 }],
  ['a list in a list', [[[]]]],
])('[Q28] %s cross as they are', (_name, value) => {
  expect(across(value)).toEqual(value)
})

test('[Q28] a number that is none, and an error, cross', () => {
  expect(across(NaN)).toBeNaN()
  expect(across(new RangeError('too far'))).toMatchObject({ name: 'RangeError', message: 'too far' })
})

test.each([
  ['a function', () => 1],
  ['a promise', Promise.resolve(1)],
  ['a symbol', Symbol('one')],
  ['one deep inside', { a: [() => 1] }],
])('[Q28] %s is refused', (_name, value) => {
  expect(() => packed(value)).toThrow('An object could not be cloned.')
})
