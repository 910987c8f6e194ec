import { createHmac } from 'node:crypto'
import { BuildingId, IncidentId, ReportId, TownId } from '../../shared/domain/ids.ts'
import { isSame } from './token.ts'

/** Which report of which incident a citizen may follow. */
export type Followed = { readonly town: TownId; readonly incident: IncidentId; readonly report: ReportId }

/** Signatures of the room, for things that outsiders carry around: QR codes on walls, links in messages. */
export type Seals = {
  readonly signBuilding: (town: TownId, building: BuildingId) => string
  readonly verifyBuilding: (town: string, building: string, signature: string) => boolean
  readonly followToken: (town: TownId, incident: IncidentId, report: ReportId) => string
  /** What the token lets its bearer follow; null when the room did not sign it. */
  readonly followed: (token: string) => Followed | null
}

/** 96 bits: short enough for a QR code that is read from two metres, far beyond guessing over a network. */
const signatureBytes = 12

/** The purpose is part of what is signed, so that a building's signature is never good as a follow link. */
const signer =
  (secret: Uint8Array) =>
  (purpose: string, parts: readonly string[]): string =>
    createHmac('sha256', secret)
      .update([purpose, ...parts].join('\n'))
      .digest()
      .subarray(0, signatureBytes)
      .toString('base64url')

const readFollowed = (town: string, incident: string, report: string): Followed | null => {
  const ids = [TownId.safeParse(town), IncidentId.safeParse(incident), ReportId.safeParse(report)] as const
  return ids[0].success && ids[1].success && ids[2].success ? { town: ids[0].data, incident: ids[1].data, report: ids[2].data } : null
}

/** Seals made with the room's secret (`readSecret`). */
export const openSeals = (secret: Uint8Array): Seals => {
  const sign = signer(secret)
  return {
    signBuilding: (town, building) => sign('building', [town, building]),
    verifyBuilding: (town, building, signature) =>
      TownId.safeParse(town).success && BuildingId.safeParse(building).success && isSame(sign('building', [town, building]), signature),
    followToken: (town, incident, report) => `${town}.${incident}.${report}.${sign('follow', [town, incident, report])}`,
    followed: (token) => {
      const [town = '', incident = '', report = '', signature = '', ...more] = token.split('.')
      if (more.length > 0 || !isSame(sign('follow', [town, incident, report]), signature)) return null
      return readFollowed(town, incident, report)
    },
  }
}
