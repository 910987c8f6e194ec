import type { Display, DisplayMark } from '../contracts/layout.ts'

/** The primary display, or the first where a desktop names none. */
export const primaryOf = (displays: readonly Display[]): Display | undefined => displays.find(({ isPrimary }) => isPrimary) ?? displays[0]

/** What a system says of a monitor may hold anything; a mark keeps what can be seen. */
export const plainLabel = (label: string): string => label.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim()

/** What to remember of a display among those that are there. */
export const markOf = (display: Display, displays: readonly Display[]): DisplayMark => {
  const origin = primaryOf(displays)?.bounds ?? display.bounds
  return {
    lastId: display.id,
    label: plainLabel(display.label),
    width: display.bounds.width,
    height: display.bounds.height,
    scaleFactor: display.scaleFactor,
    isPrimary: display.isPrimary,
    offset: { x: display.bounds.x - origin.x, y: display.bounds.y - origin.y },
  }
}
