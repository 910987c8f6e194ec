import { screen, type Display as SystemDisplay } from 'electron'
import type { Display } from '../../shared/contracts/layout.ts'

/** Monitors give names with anything in them; kept are those that a layout may carry. */
const nameOf = (label: string): string => label.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')

const shown = (display: SystemDisplay, primary: number): Display => ({
  id: display.id,
  bounds: display.bounds,
  workArea: display.workArea,
  scaleFactor: display.scaleFactor,
  label: nameOf(display.label),
  isPrimary: display.id === primary,
})

/** The monitors of this machine at this moment. */
export const displaysNow = (): readonly Display[] => {
  const all = screen.getAllDisplays()
  if (all.length === 0) return []
  const primary = screen.getPrimaryDisplay().id
  return all.map((display) => shown(display, primary))
}
