import { Force, Nature, Urgency } from '../../shared/domain/taxonomy/taxonomy.ts'
import { forceShapes } from '../ui/marks.tsx'
import { forceColours, urgencyColours } from '../ui/palette.ts'
import { fontFamily } from '../ui/theme.tsx'

export type MapTheme = 'dark' | 'light'

/** Side of an icon in CSS pixels, and device pixels per CSS pixel. */
export const iconPx = 40
const ratio = 2

type Pen = CanvasRenderingContext2D

const inks = {
  dark: { ground: '#0b1016', line: '#e8eef5', good: '#4fd1a5', warn: '#ffb454', danger: '#ff6b6b', busy: '#6aa8ff', off: '#97a6b8' },
  light: { ground: '#ffffff', line: '#16202b', good: '#0b7a55', warn: '#9a5b00', danger: '#c41e1e', busy: '#1c5fc4', off: '#5a6879' },
} as const

const text = (pen: Pen, words: string, x: number, y: number, size: number, colour: string) => {
  pen.font = `700 ${size}px ${fontFamily}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = colour
  pen.fillText(words, x, y)
}

/** A 24 × 24 path drawn `size` wide around the middle of the icon. */
const shape = (path: string, size: number): Path2D => {
  const placed = new Path2D()
  const scale = size / 24
  placed.addPath(new Path2D(path), new DOMMatrix().translate(iconPx / 2 - size / 2, iconPx / 2 - size / 2).scale(scale))
  return placed
}

/** Hollow: where it was, not where it is; the sign stays readable when the whole is drawn faintly. */
const outline = (pen: Pen, inside: Path2D, colour: string) => {
  pen.save()
  pen.clip(inside)
  pen.strokeStyle = colour
  pen.lineWidth = 4
  pen.stroke(inside)
  pen.restore()
}

/** Rings differ in pattern as well as in colour: none, dashed, broken in one place, whole, thick. */
const ring = (pen: Pen, colour: string, dash: number[], width: number) => {
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.setLineDash(dash)
  pen.beginPath()
  pen.arc(iconPx / 2, iconPx / 2, 17, 0, 2 * Math.PI)
  pen.stroke()
  pen.setLineDash([])
}

const drawUnit = (pen: Pen, theme: MapTheme, force: Force, standing: string, isOld: boolean) => {
  const ink = inks[theme]
  const { path, sign } = forceShapes[force]
  const body = shape(path, 24)
  const fill = standing === 'off' ? ink.off : forceColours[force][theme]
  pen.lineJoin = 'round'
  pen.strokeStyle = ink.ground
  pen.lineWidth = 4
  pen.stroke(body)
  pen.fillStyle = isOld ? ink.ground : fill
  pen.fill(body)
  if (isOld) outline(pen, body, fill)
  text(pen, sign, iconPx / 2, iconPx / 2 + (force === 'emergency' ? 4 : 1), isOld ? 11 : 12, isOld ? fill : ink.ground)
  if (standing === 'assigned') ring(pen, ink.warn, [4, 4], 2.5)
  if (standing === 'moving') ring(pen, ink.busy, [20, 6], 2.5)
  if (standing === 'working') ring(pen, ink.good, [], 3)
  if (standing === 'sos') {
    ring(pen, ink.danger, [], 5)
    pen.fillStyle = ink.danger
    pen.fillRect(6, 28, 28, 12)
    text(pen, 'SOS', iconPx / 2, 34.5, 10, ink.ground)
  } else if (isOld) {
    pen.fillStyle = ink.line
    pen.fillRect(25, 26, 13, 13)
    text(pen, '旧', 31.5, 33, 10, ink.ground)
  }
}

/** One outline per nature: diamond, octagon, circle, square. */
const naturePaths: Readonly<Record<Nature, string>> = {
  police: 'M12 0 24 12 12 24 0 12z',
  joint: 'M7 0h10l7 7v10l-7 7H7l-7-7V7z',
  civil: 'M12 .5a11.5 11.5 0 1 0 0 23 11.5 11.5 0 0 0 0-23z',
  enquiry: 'M3 2h18a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z',
}
const natureSigns: Readonly<Record<Nature, string>> = { police: '警', joint: '联', civil: '民', enquiry: '询' }
const urgencySigns: Readonly<Record<Urgency, string>> = { critical: '‼', high: '!', normal: '', low: '' }

const drawIncident = (pen: Pen, theme: MapTheme, nature: Nature, urgency: Urgency) => {
  const ink = inks[theme]
  const colour = urgencyColours[urgency][theme]
  const body = shape(naturePaths[nature], urgency === 'low' ? 24 : 30)
  pen.lineJoin = 'round'
  pen.fillStyle = urgency === 'low' || urgency === 'normal' ? ink.ground : colour
  pen.strokeStyle = ink.ground
  pen.lineWidth = 6
  pen.stroke(body)
  pen.fill(body)
  pen.strokeStyle = colour
  pen.lineWidth = 2.5
  pen.stroke(body)
  text(pen, natureSigns[nature], iconPx / 2, iconPx / 2 + 1, 13, urgency === 'low' || urgency === 'normal' ? colour : ink.ground)
  if (urgencySigns[urgency] === '') return
  pen.fillStyle = ink.line
  pen.beginPath()
  pen.arc(32, 8, 7, 0, 2 * Math.PI)
  pen.fill()
  text(pen, urgencySigns[urgency], 32, 8.5, 12, ink.ground)
}

/** A cluster: as many rings as its worst is urgent, so that grey and red are not all there is. */
const drawCluster = (pen: Pen, theme: MapTheme, rank: number) => {
  const ink = inks[theme]
  const colour = urgencyColours[Urgency.options[3 - rank] ?? 'low'][theme]
  pen.fillStyle = rank === 3 ? colour : ink.ground
  pen.strokeStyle = colour
  pen.lineWidth = 2
  pen.beginPath()
  pen.arc(iconPx / 2, iconPx / 2, 14, 0, 2 * Math.PI)
  pen.fill()
  pen.stroke()
  if (rank < 2) return
  pen.beginPath()
  pen.arc(iconPx / 2, iconPx / 2, 18, 0, 2 * Math.PI)
  pen.stroke()
}

const draw = (pen: Pen, name: string, theme: MapTheme): boolean => {
  const [what, first, second, third] = name.split('/')
  if (what === 'cluster') {
    drawCluster(pen, theme, Number(first))
    return true
  }
  if (what === 'incident') {
    const [nature, urgency] = [Nature.safeParse(first), Urgency.safeParse(second)]
    if (!nature.success || !urgency.success) return false
    drawIncident(pen, theme, nature.data, urgency.data)
    return true
  }
  const force = Force.safeParse(first)
  if (what !== 'unit' || !force.success) return false
  drawUnit(pen, theme, force.data, second ?? '', third === 'old')
  return true
}

/** An icon by its name, `incident/<nature>/<urgency>`, `unit/<force>/<standing>/<old|new>` or `cluster/<rank>`; null for other names. */
export const iconCanvas = (name: string, theme: MapTheme): HTMLCanvasElement | null => {
  const canvas = document.createElement('canvas')
  canvas.width = iconPx * ratio
  canvas.height = iconPx * ratio
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.scale(ratio, ratio)
  return draw(pen, name, theme) ? canvas : null
}

/** The icon as pixels for the map engine, with its device pixel ratio. */
export const iconPixels = (name: string, theme: MapTheme): { readonly data: ImageData; readonly pixelRatio: number } | null => {
  const canvas = iconCanvas(name, theme)
  const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return data ? { data, pixelRatio: ratio } : null
}
