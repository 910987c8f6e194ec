import type { Display, Placement } from '../../../shared/contracts/layout.ts'
import { matchDisplays } from '../../../shared/displays/matchDisplays.ts'
import { seenDisplays } from '../../../shared/displays/seenDisplays.ts'
import { axisOf, inOrder } from './sideBySide.ts'

/** The windows of each display that is here, in their order, and those whose display is not. */
export type Desk = {
  readonly on: (display: number) => readonly Placement[]
  readonly away: readonly Placement[]
}

export const deskOf = (windows: readonly Placement[], displays: readonly Display[]): Desk => {
  const seen = seenDisplays(displays)
  const found = matchDisplays(
    windows.map(({ display }) => display),
    seen,
  )
  return {
    on: (id) => {
      const display = seen.find((one) => one.id === id)
      const there = windows.filter((_, at) => found[at]?.id === id)
      return display ? inOrder(there, axisOf(display)) : []
    },
    away: windows.filter((_, at) => !found[at]),
  }
}
