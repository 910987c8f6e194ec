import type { Display, Rect } from '../../../shared/contracts/layout.ts'

/** A place in the picture, as parts of its width and height in per cent. */
export type Part = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

const around = (rects: readonly Rect[]): Rect => {
  const left = Math.min(...rects.map(({ x }) => x))
  const top = Math.min(...rects.map(({ y }) => y))
  const right = Math.max(...rects.map(({ x, width }) => x + width))
  const bottom = Math.max(...rects.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export const partOf = (inner: Rect, outer: Rect): Part => ({
  left: ((inner.x - outer.x) / outer.width) * 100,
  top: ((inner.y - outer.y) / outer.height) * 100,
  width: (inner.width / outer.width) * 100,
  height: (inner.height / outer.height) * 100,
})

/** The desk to scale: its shape, and where each display is in it. */
export const deskPicture = (displays: readonly Display[]): { readonly ratio: number; readonly parts: readonly Part[] } => {
  const desk = around(displays.map(({ bounds }) => bounds))
  return { ratio: desk.width / desk.height, parts: displays.map(({ bounds }) => partOf(bounds, desk)) }
}
