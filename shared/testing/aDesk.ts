import type { Display, DisplayMark, Placement, Rect } from '../contracts/layout.ts'

const fullHd: Rect = { x: 0, y: 0, width: 1920, height: 1080 }

/** A monitor with a task bar of 40 at its foot; the primary one in the corner of the desktop unless the test says otherwise. */
export const aDisplay = ({
  bounds: wish,
  ...rest
}: Partial<Omit<Display, 'bounds'>> & { readonly bounds?: Partial<Rect> } = {}): Display => {
  const bounds = { ...fullHd, ...wish }
  return {
    id: 1,
    bounds,
    workArea: { ...bounds, height: Math.max(0, bounds.height - 40) },
    scaleFactor: 1,
    label: 'DELL P2422H',
    isPrimary: bounds.x === 0 && bounds.y === 0,
    ...rest,
  }
}

/** So many monitors in a row, each with its own label, the primary one on the left. */
export const aRow = (count: number): readonly Display[] =>
  Array.from({ length: count }, (_, at) =>
    aDisplay({ id: at + 1, label: `屏幕 ${String.fromCharCode(65 + at)}`, bounds: { x: at * 1920 } }),
  )

export const aMark = (wish: Partial<DisplayMark> = {}): DisplayMark => ({
  lastId: 1,
  label: 'DELL P2422H',
  width: 1920,
  height: 1080,
  scaleFactor: 1,
  isPrimary: true,
  offset: { x: 0, y: 0 },
  ...wish,
})

export const aPlacement = (wish: Partial<Placement> = {}): Placement => ({
  id: 'w1',
  region: 'all',
  wall: null,
  display: aMark(),
  mode: 'normal',
  share: { x: 0.1, y: 0.1, width: 0.8, height: 0.8 },
  zoom: 1,
  ...wish,
})
