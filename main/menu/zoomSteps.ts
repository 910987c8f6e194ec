const steps: readonly number[] = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next size to read at; at the end of the steps the same again. */
export const nextZoom = (zoom: number, way: 'in' | 'out' | 'reset'): number => {
  if (way === 'reset') return 1
  // A zoom that came from elsewhere may lie between two steps.
  const near = 0.001
  const next = way === 'in' ? steps.find((step) => step > zoom + near) : steps.findLast((step) => step < zoom - near)
  return next ?? zoom
}
