import type { Display } from '../contracts/layout.ts'
import { areaOf, isSameRect } from './area.ts'

/**
 * The displays that a person sees as different: none without ground, and of those that mirror one another only one.
 *
 * The primary one stands for its mirrors, because it stays when the mirroring ends.
 */
export const seenDisplays = (displays: readonly Display[]): readonly Display[] => {
  const grounded = displays.filter((display) => areaOf(display).width > 0 && areaOf(display).height > 0)
  const first = (display: Display): Display | undefined => {
    const mirrors = grounded.filter(({ bounds }) => isSameRect(bounds, display.bounds))
    return mirrors.find(({ isPrimary }) => isPrimary) ?? mirrors[0]
  }
  return grounded.filter((display) => first(display) === display)
}
