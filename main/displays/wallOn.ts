import type { Display, Placement } from '../../shared/contracts/layout.ts'
import { markOf, primaryOf } from '../../shared/displays/markOf.ts'

/** A wall that fills the primary display, as a screen in a hall has no other. Ask only while a display is there. */
export const wallOn = (displays: readonly Display[], name: string | null): Placement => {
  const display = primaryOf(displays)
  if (!display) throw new Error('A wall stands on a display')
  return {
    id: 'wall',
    region: 'wall',
    wall: name,
    display: markOf(display, displays),
    mode: 'kiosk',
    share: { x: 0, y: 0, width: 1, height: 1 },
    zoom: 1,
  }
}
