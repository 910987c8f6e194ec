import type { Display, Placement, Region, WindowMode } from '../../../shared/contracts/layout.ts'
import { areaOf } from '../../../shared/displays/area.ts'

/** Windows stand side by side on a wide display, and one below the other on an upright one. */
export type Axis = 'across' | 'down'

export const axisOf = (display: Display): Axis => (areaOf(display).height > areaOf(display).width ? 'down' : 'across')

export const inOrder = (windows: readonly Placement[], axis: Axis): readonly Placement[] =>
  [...windows].sort((a, b) =>
    axis === 'across' ? a.share.x - b.share.x || a.share.y - b.share.y : a.share.y - b.share.y || a.share.x - b.share.x,
  )

const aloneMode = (region: Region): WindowMode => (region === 'wall' ? 'kiosk' : 'maximized')

/** Lays windows out over the whole of their display, with these parts of its length. */
export const laidOut = (windows: readonly Placement[], parts: readonly number[], axis: Axis): readonly Placement[] => {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return windows.map((window, at): Placement => {
    const from = parts.slice(0, at).reduce((sum, part) => sum + part, 0) / total
    const length = (parts[at] ?? 0) / total
    const share = axis === 'across' ? { x: from, y: 0, width: length, height: 1 } : { x: 0, y: from, width: 1, height: length }
    return { ...window, share, mode: windows.length === 1 ? aloneMode(window.region) : 'normal' }
  })
}

export const equalParts = (windows: readonly Placement[]): readonly number[] => windows.map(() => 1)

/** The parts that windows take now, when one of them takes a step more or less from its neighbour. In twelfths, which halve and third. */
export const partsWith = (windows: readonly Placement[], axis: Axis, id: string, step: 1 | -1): readonly number[] => {
  const lengths = windows.map(({ share }) => (axis === 'across' ? share.width : share.height))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const parts = lengths.map((length) => Math.max(1, Math.round((length / total) * 12)))
  const at = windows.findIndex((window) => window.id === id)
  const neighbour = at + 1 < windows.length ? at + 1 : at - 1
  const isWhole = (part: number | undefined) => part !== undefined && part >= 2
  const next = parts.map((part, index) => (index === at ? part + step : index === neighbour ? part - step : part))
  return isWhole(next[at]) && isWhole(next[neighbour]) ? next : parts
}
