import { screen, type Display as SystemDisplay } from 'electron'
import type { Display } from '../../shared/contracts/layout.ts'
import { plainLabel } from '../../shared/displays/markOf.ts'

const shown = (display: SystemDisplay, primary: number): Display => ({
  id: display.id,
  bounds: display.bounds,
  workArea: display.workArea,
  scaleFactor: display.scaleFactor,
  label: plainLabel(display.label.slice(0, 200)),
  isPrimary: display.id === primary,
})

/** The monitors of this machine at this moment. */
export const displaysNow = (): readonly Display[] => {
  const all = screen.getAllDisplays()
  if (all.length === 0) return []
  const primary = screen.getPrimaryDisplay().id
  return all.map((display) => shown(display, primary))
}
