import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { BuildingId, IncidentId, ReportId, TownId } from '../../shared/domain/ids.ts'
import { isSame } from './token.ts'

/**
 * Which report of which incident a citizen may follow.
 *
 * Numbers are given again after a backup was put in place; with the instant at which it was received, no other report
 * is ever meant.
 */
export type Followed = { readonly town: TownId; readonly incident: IncidentId; readonly report: ReportId; readonly receivedAt: number }

/** Signatures of the room, for things that outsiders carry around: QR codes on walls, links in messages. */
export type Seals = {
  readonly signBuilding: (town: TownId, building: BuildingId) => string
  readonly verifyBuilding: (town: string, building: string, signature: string) => boolean
  readonly followToken: (followed: Followed) => string
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

const FollowedParts = z.tuple([
  TownId,
  IncidentId,
  ReportId,
  z
    .string()
    .regex(/^[0-9a-z]{1,11}$/)
    .transform((digits) => Number.parseInt(digits, 36)),
])

/** Seals made with the room's secret (`readSecret`). */
export const openSeals = (secret: Uint8Array): Seals => {
  const sign = signer(secret)
  return {
    signBuilding: (town, building) => sign('building', [town, building]),
    verifyBuilding: (town, building, signature) =>
      TownId.safeParse(town).success && BuildingId.safeParse(building).success && isSame(sign('building', [town, building]), signature),
    followToken: ({ town, incident, report, receivedAt }) => {
      const parts = [town, incident, report, receivedAt.toString(36)]
      return [...parts, sign('follow', parts)].join('.')
    },
    followed: (token) => {
      const parts = token.split('.')
      const signature = parts.pop() ?? ''
      const read = FollowedParts.safeParse(parts)
      if (!read.success || !isSame(sign('follow', parts), signature)) return null
      const [town, incident, report, receivedAt] = read.data
      return { town, incident, report, receivedAt }
    },
  }
}
