import { z } from 'zod'
import { MapHost } from '../../shared/contracts/health.ts'

/** Where this workstation's room is. */
export const RoomAt = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('server'), server: z.string() }),
  /** The server runs here; `port` stays the same so that phones and printed codes find it again. */
  z.object({ kind: z.literal('this-machine'), port: z.number().int().min(1).max(65_535), town: z.string().nullable() }),
])
export type RoomAt = z.infer<typeof RoomAt>

/** What a workstation keeps over restarts besides its layouts and its session. */
export const Workstation = z.object({
  version: z.literal(1),
  room: RoomAt.nullable(),
  /** What that room's maps are drawn from besides its server, as it said last: a server that is silent today keeps no window from opening. */
  mapHosts: z.array(MapHost).readonly(),
  trusted: z.array(z.object({ fingerprint: z.string(), pem: z.string(), host: z.string() })).readonly(),
  /** A wall's link was given: it hangs where nobody sits, and opens as that wall alone. */
  isWall: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
  hotKey: z.string().nullable(),
  startsWithSystem: z.boolean(),
  /** `host:port` or a PAC address; null: as the system is set. */
  proxy: z.string().nullable(),
  /** Folder in which the room's administrator lays newer versions; null: they are asked of the room's server. Set by hand in the file. */
  updatesFrom: z.string().nullable(),
})
export type Workstation = z.infer<typeof Workstation>

export const freshWorkstation: Workstation = {
  version: 1,
  room: null,
  mapHosts: [],
  trusted: [],
  isWall: false,
  language: 'zh-CN',
  hotKey: 'CommandOrControl+Alt+N',
  startsWithSystem: false,
  proxy: null,
  updatesFrom: null,
}

/** What a file says, or null when it is no workstation's: half written, foreign, of a later version. What it does not say is as fresh. */
export const workstationOf = (text: string): Workstation | null => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const parsed = Workstation.safeParse({ ...freshWorkstation, version: 0, ...value })
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
