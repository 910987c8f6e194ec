import { expect, test, vi } from 'vitest'
import { UnitId } from '../../shared/domain/ids.ts'
import { positionStore } from './positionStore.ts'

const unit = UnitId.parse('W1')
const fix = (at: number) => ({ unit, point: [120, 30] as const, at, accuracyM: 5 })

test('[C3] positions are told once a frame, the newest of each unit, and a late one never moves a unit back', () => {
  const frames: (() => void)[] = []
  const store = positionStore((flush) => void frames.push(flush))
  const listener = vi.fn()
  store.subscribe(listener)
  store.moved([fix(10)])
  store.moved([fix(30)])
  store.moved([fix(20)])
  expect(listener).not.toHaveBeenCalled()
  expect(frames).toHaveLength(1)
  frames[0]?.()
  expect(listener).toHaveBeenCalledExactlyOnceWith(new Set([unit]))
  expect(store.get(unit)?.at).toBe(30)
})
