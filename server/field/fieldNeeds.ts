import type { FieldReport, FieldView } from '../../shared/contracts/field.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { FieldCommand, CommandOf } from '../../shared/domain/command.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { CommandId, IncidentId, PhotoId, TownId, UnitId } from '../../shared/domain/ids.ts'
import type { Answer, Refusal } from '../../shared/domain/refusal.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'

/** Who a link stands for. */
export type FieldPass = { readonly unit: UnitId; readonly town: TownId; readonly expiresAt: number }

/** A fix of a phone, `at` already by the server's clock. */
export type FieldFix = { readonly at: number; readonly point: Point; readonly accuracyM: number }

export type PhotoKept =
  | { readonly ok: true; readonly photo: PhotoId; readonly point: Point | null; readonly takenAt: number | null }
  | { readonly ok: false; readonly problem: 'too-large' | 'not-a-picture' | 'too-many-pixels' | 'cannot-keep' }

type Asking = { readonly id: CommandId; readonly by: Actor; readonly origin: string; readonly doneAt?: number; readonly mayBeOld: boolean }

/** What the field's door asks of the rest of the server. */
export type FieldNeeds = {
  readonly now: () => number
  /** The unit behind a link; null when it is unknown, expired or revoked. */
  readonly unitOf: (token: string) => FieldPass | null | Promise<FieldPass | null>
  /** As kept; undefined when the town is not served here. */
  readonly board: (town: TownId) => Board | undefined
  readonly townNames: (town: TownId) => Pick<FieldView, 'townName' | 'townNameEn'>
  readonly taxonomy: (town: TownId) => Taxonomy
  readonly do: (town: TownId, command: FieldCommand | CommandOf<'phone.reveal'>, asking: Asking) => Promise<Answer>
  /** A line of the town's journal; undefined when there is none at this position. */
  readonly eventAt: (town: TownId, position: number) => Promise<RecordedEvent | undefined>
  readonly fix: (town: TownId, unit: UnitId, fixes: readonly FieldFix[]) => void
  readonly photos: {
    readonly keep: (bytes: Uint8Array, about: { readonly town: TownId }) => Promise<PhotoKept>
    /** Null when this town has no such photo. */
    readonly read: (photo: PhotoId, town: TownId, size: 'full' | 'thumb') => Promise<Uint8Array | null>
    readonly has: (photo: PhotoId, town: TownId) => Promise<boolean>
  }
  /** A unit's own report, through the grid channel. */
  readonly bringGrid: (
    town: TownId,
    unit: UnitId,
    report: FieldReport,
    asking: Omit<Asking, 'doneAt'>,
  ) => Promise<{ readonly ok: true; readonly incident: IncidentId } | { readonly ok: false; readonly refusal: Refusal }>
  readonly onTrouble: (error: unknown, message: string) => void
}
