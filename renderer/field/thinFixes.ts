import { distanceM } from '../../shared/domain/geo/point.ts'
import type { Fix } from './phoneStore.ts'

const leastMs = 10_000
const leastM = 20

/** Whether a fix says something new: ten seconds or twenty metres after the last one kept. An older one never does. */
export const isWorthKeeping = (last: Fix | null, fix: Fix): boolean => {
  if (!last) return true
  if (fix.at <= last.at) return false
  return fix.at - last.at >= leastMs || distanceM(last.point, fix.point) >= leastM
}
