import type { Display, Placement } from '../../shared/contracts/layout.ts'
import { redacted } from './redacted.ts'

export type Facts = {
  readonly at: number
  readonly versions: Readonly<Record<string, string>>
  readonly settings: {
    readonly language: string
    readonly hotKey: string | null
    readonly hasHotKey: boolean
    readonly startsWithSystem: boolean
    readonly keepsSession: boolean
    readonly proxy: string | undefined
    readonly room: string
    readonly trusts: number
  }
  readonly displays: readonly Display[]
  readonly windows: readonly Placement[]
  readonly layouts: readonly (readonly Placement[])[]
  readonly processes: readonly { readonly type: string; readonly memoryKb: number; readonly cpuPercent: number }[]
  /** The end of the log, oldest line first. */
  readonly log: readonly string[]
}

const shape = ({ region, mode, share, zoom, display }: Placement) => ({
  region,
  mode,
  share,
  zoom,
  display: { width: display.width, height: display.height, scaleFactor: display.scaleFactor },
})

/** What may be handed to whoever looks after the product: how the desk is made and what it ran into, and nobody's name or number. */
export const diagnosticsOf = ({ at, displays, windows, layouts, log, settings, ...facts }: Facts): string =>
  JSON.stringify(
    {
      at: new Date(at).toISOString(),
      ...facts,
      settings,
      displays: displays.map(({ bounds, workArea, scaleFactor, isPrimary, label }) => ({
        bounds,
        workArea,
        scaleFactor,
        isPrimary,
        label: redacted(label),
      })),
      windows: windows.map(shape),
      layouts: layouts.map((placements) => placements.map(shape)),
      log: log.map(redacted),
    },
    null,
    1,
  )
