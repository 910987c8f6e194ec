import { expect, test } from 'vitest'
import { earlier, offered, switched } from './pagesInOrder.ts'

test('[V28] pages are put in at the end, taken out, and moved one step; the last one stays', () => {
  expect(switched(['map'], 'eyes')).toEqual(['map', 'eyes'])
  expect(switched(['map', 'eyes'], 'map')).toEqual(['eyes'])
  expect(switched(['eyes'], 'eyes')).toEqual(['eyes'])
  expect(earlier(['map', 'figures', 'eyes'], 'eyes')).toEqual(['map', 'eyes', 'figures'])
  expect(earlier(['map', 'figures'], 'map')).toEqual(['map', 'figures'])
  expect(earlier(['map'], 'eyes')).toEqual(['map'])
  expect(offered(['eyes', 'map'])).toEqual(['eyes', 'map', 'figures', 'stages'])
})
