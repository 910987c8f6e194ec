/**
 * Software drawing and no calls home: pages look the same on a machine without a graphics card and without a network. Only the
 * map is drawn through GL: everything around it a processor paints and puts together faster itself than by playing a graphics card.
 */
export const browserArgs: readonly string[] = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** Nothing flashes or glides, as for people who asked their machine for stillness: every flash has the whole map drawn in software. */
export const stillArgs: readonly string[] = [...browserArgs, '--force-prefers-reduced-motion']
