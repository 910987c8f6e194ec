import { expect, test } from 'vitest'
import { around, changedMetrics, displayOf, matching, nearestTo, onXScreen } from './displays.ts'

const first = displayOf({ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } })
const left = displayOf({ id: 2, bounds: { x: -1280, y: 200, width: 1280, height: 720 } })

test('[Q31] a window belongs to the display that shows most of it', () => {
  expect(matching([first, left], { x: -300, y: 300, width: 500, height: 400 })).toBe(left)
  expect(matching([first, left], { x: -200, y: 300, width: 500, height: 400 })).toBe(first)
})

test('[Q31] a window that no display shows belongs to the nearest one', () => {
  expect(matching([first, left], { x: -3000, y: 0, width: 500, height: 400 })).toBe(left)
  expect(nearestTo([first, left], { x: 5000, y: 5000 })).toBe(first)
})

test('[Q1] the X screen begins where the leftmost and topmost display begins', () => {
  const screen = around([first, left])
  expect(screen).toEqual({ x: -1280, y: 0, width: 3200, height: 1080 })
  expect(onXScreen(left.bounds, screen)).toEqual({ x: 0, y: 200, width: 1280, height: 720 })
})

test('[Q3] what changed of a display is named', () => {
  expect(changedMetrics(first, first)).toEqual([])
  expect(changedMetrics(first, displayOf({ id: 1, bounds: { x: 0, y: 0, width: 1280, height: 720 }, rotation: 90 }))).toEqual([
    'bounds',
    'workArea',
    'rotation',
  ])
})
