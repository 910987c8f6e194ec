import type { Layout, Display, Placement, Region } from '../../shared/contracts/layout.ts'
import { markOf, primaryOf } from '../../shared/displays/markOf.ts'
import { seenDisplays } from '../../shared/displays/seenDisplays.ts'

type Plan = { readonly name: string; readonly regions: readonly Region[] }

const single: Plan = { name: '单屏：全部', regions: ['all'] }
const plans: readonly Plan[] = [
  single,
  { name: '双屏：接报、地图', regions: ['queue', 'map'] },
  { name: '三屏：接报、地图、力量', regions: ['queue', 'map', 'board'] },
  { name: '四屏：接报、地图、力量、大屏', regions: ['queue', 'map', 'board', 'wall'] },
]

/** The primary display first, where calls are taken; the others as they stand, from left to right. */
const inOrder = (displays: readonly Display[]): readonly Display[] => {
  const primary = primaryOf(displays)
  const others = displays.filter((display) => display !== primary)
  return [...(primary ? [primary] : []), ...others.sort((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y)]
}

/** What a desk opens with that nobody has arranged: one part of the console on each of up to four displays. */
export const defaultLayout = (displays: readonly Display[]): Layout => {
  const seen = inOrder(seenDisplays(displays))
  const plan = plans[Math.min(seen.length, plans.length) - 1] ?? single
  const placements = plan.regions.flatMap((region, at): readonly Placement[] => {
    const display = seen[at]
    if (!display) return []
    return [
      {
        id: region,
        region,
        wall: null,
        display: markOf(display, seen),
        mode: region === 'wall' ? 'kiosk' : 'maximized',
        share: { x: 0, y: 0, width: 1, height: 1 },
        zoom: 1,
      },
    ]
  })
  return { id: `default-${plan.regions.length}`, name: plan.name, placements, version: 1 }
}
