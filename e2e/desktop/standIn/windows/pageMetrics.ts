import type { Size } from 'electron'
import type { Session } from '../browser/cdp.ts'

export type PageMetrics = {
  readonly set: (changed: Partial<Metrics>) => void
  readonly zoom: () => number
}

type Metrics = { readonly zoom: number; readonly scaleFactor: number; readonly size: Size }

/**
 * The zoom of a page and the scale factor of the display it is on. X has neither: both are told to the page as its device's
 * metrics, so that `devicePixelRatio` and `innerWidth` are what they would be.
 */
export function pageMetrics(session: Promise<Session>): PageMetrics {
  let metrics: Metrics = { zoom: 1, scaleFactor: 1, size: { width: 0, height: 0 } }

  async function tell({ zoom, scaleFactor, size }: Metrics): Promise<void> {
    const page = await session
    if (zoom === 1 && scaleFactor === 1) return void (await page.send('Emulation.clearDeviceMetricsOverride'))
    const [width, height] = [Math.round(size.width / zoom), Math.round(size.height / zoom)]
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: zoom * scaleFactor, mobile: false })
  }

  return {
    zoom: () => metrics.zoom,
    set: (changed) => {
      const before = metrics
      metrics = { ...metrics, ...changed }
      const isPlain = (one: Metrics): boolean => one.zoom === 1 && one.scaleFactor === 1
      if (!isPlain(before) || !isPlain(metrics)) tell(metrics).catch(() => undefined)
    },
  }
}
