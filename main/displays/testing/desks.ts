import fc from 'fast-check'
import type { Display, Placement } from '../../../shared/contracts/layout.ts'
import { markOf } from '../../../shared/displays/markOf.ts'
import { aPlacement } from '../../../shared/testing/aDesk.ts'

const size = fc.constantFrom([1366, 768], [1920, 1080], [1536, 864], [2560, 1440], [1080, 1920], [1280, 720], [3840, 2160], [1707, 960])
const model = fc.record({
  size,
  label: fc.constantFrom('', 'DELL P2422H', 'DELL P2422H', 'AOC 24B2', '会议室 TV'),
  scaleFactor: fc.constantFrom(1, 1.25, 1.5, 2),
  raised: fc.integer({ min: -300, max: 300 }),
  bar: fc.constantFrom(0, 40, 48, 72),
})

/** Desks of up to five monitors in a row, some of them alike, the primary one anywhere among them. */
export const aDesk: fc.Arbitrary<readonly Display[]> = fc
  .tuple(fc.array(model, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.integer({ min: 1, max: 1_000 }))
  .map(([models, chosen, firstId]) => {
    const primary = chosen % models.length
    const before = (at: number) => models.slice(0, at).reduce((sum, one) => sum + (one.size[0] ?? 0), 0)
    return models.map(({ size: [width = 0, height = 0], label, scaleFactor, raised, bar }, at): Display => {
      const bounds = { x: before(at) - before(primary), y: at === primary ? 0 : raised, width, height }
      const workArea = { ...bounds, height: height - bar }
      return { id: firstId + at * 7, bounds, workArea, scaleFactor, label, isPrimary: at === primary }
    })
  })

const part = fc.double({ min: -0.4, max: 1.2, noNaN: true })
const extent = fc.double({ min: 0.05, max: 1.5, noNaN: true })

/** Windows that a person may have left anywhere on the displays of a desk. */
export const windowsOn = (displays: readonly Display[]): fc.Arbitrary<readonly Placement[]> =>
  fc
    .array(
      fc.record({
        at: fc.nat(displays.length - 1),
        region: fc.constantFrom('all' as const, 'queue' as const, 'map' as const, 'board' as const, 'wall' as const),
        mode: fc.constantFrom('normal' as const, 'normal' as const, 'maximized' as const, 'full-screen' as const, 'kiosk' as const),
        share: fc.record({ x: part, y: part, width: extent, height: extent }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((wishes) =>
      wishes.flatMap(({ at, ...wish }, number) => {
        const display = displays[at]
        return display ? [aPlacement({ id: `w${number}`, display: markOf(display, displays), ...wish })] : []
      }),
    )

export type DeskWithWindows = { readonly displays: readonly Display[]; readonly remembered: readonly Placement[] }

export const aDeskWithWindows: fc.Arbitrary<DeskWithWindows> = aDesk.chain((displays) =>
  windowsOn(displays).map((remembered) => ({ displays, remembered })),
)
