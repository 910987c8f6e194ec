import type { CitizenBuilding } from '../../shared/contracts/citizen.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { BuildingId, CommandId, IncidentId, PhotoId, ReportId, TownId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/domain/refusal.ts'
import type { No } from './citizenErrors.ts'
import type { FollowedReport, KeptCall } from './followed.ts'

/** A building whose QR code the room has made. */
export type VerifiedBuilding = {
  readonly town: TownId
  readonly building: BuildingId
  readonly name: string
  readonly address: string
  readonly point: Point
}

type TakenReceipt = {
  readonly incident: IncidentId
  readonly report: ReportId
  readonly receivedAt: number
  readonly isNew: boolean
  /** What was left out, by its reason. */
  readonly warnings: readonly { readonly reason: string }[]
}

type Taken = { readonly ok: true; readonly receipt: TakenReceipt } | { readonly ok: false; readonly no: No }

/** What the citizen's doors ask of the room. */
export type CitizenNeeds = {
  readonly verifyBuilding: (building: string, signature: string) => VerifiedBuilding | null | Promise<VerifiedBuilding | null>
  readonly townNames: (town: TownId) => Pick<CitizenBuilding, 'townName' | 'townNameEn'>
  readonly choices: (town: TownId) => readonly { readonly zh: string; readonly en: string }[]
  readonly keepPhoto: (
    bytes: Uint8Array,
    town: TownId,
  ) => Promise<{ readonly ok: true; readonly photo: PhotoId } | { readonly ok: false; readonly reason: string }>
  /** The citizen channel of intake: answers when the report is durable. */
  readonly take: (body: unknown, from: { readonly building: VerifiedBuilding; readonly address: string }) => Promise<Taken>
  readonly followToken: (followed: FollowedReport) => string
  readonly readFollowToken: (token: string) => FollowedReport | null
  /** The last durable board; null for a town that this server does not have. */
  readonly board: (town: TownId) => Board | null
  /** What is known of a call after the board has forgotten its incident. */
  readonly callOf: (town: TownId, report: ReportId) => Promise<KeptCall | null>
  /** The command `incident.rate`. */
  readonly rate: (
    town: TownId,
    words: { readonly incident: IncidentId; readonly stars: number; readonly comment: string },
    how: { readonly id: CommandId; readonly origin: string; readonly mayBeOld: true },
  ) => Promise<Answer>
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}
