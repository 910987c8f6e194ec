import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useHeldRows } from './useHeldRows.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const rowsOf = (ids: string) => [...ids].map((id) => ({ id }))

const hold = (ids: string) => {
  const { result, rerender } = renderHook(({ rows }) => useHeldRows(rows), { initialProps: { rows: rowsOf(ids) } })
  return {
    shown: () => result.current.held.map(({ id }) => id).join(''),
    come: (next: string) => rerender({ rows: rowsOf(next) }),
    touch: () => act(() => result.current.touched()),
    leave: () => act(() => result.current.left()),
  }
}

test('[C47] while a hand moves over the alarms a graver one stands behind, and takes its place when the hand has left', () => {
  const strip = hold('abc')
  strip.touch()
  strip.come('sabc')
  strip.touch()
  expect(strip.shown()).toBe('abcs')
  strip.come('sbc')
  expect(strip.shown()).toBe('bcs')
  strip.leave()
  expect(strip.shown()).toBe('sbc')
})

test('[C47] a mouse that lies still on the alarms hides no graver one', () => {
  const strip = hold('abc')
  strip.touch()
  strip.come('sabc')
  act(() => void vi.advanceTimersByTime(2_900))
  expect(strip.shown()).toBe('abcs')
  act(() => void vi.advanceTimersByTime(200))
  expect(strip.shown()).toBe('sabc')
})
