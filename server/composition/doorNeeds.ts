import type { Knex } from 'knex'
import type { DomainEvent } from '../../shared/domain/event.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Auth } from '../auth/auth.ts'
import type { openGuard } from '../auth/guard.ts'
import type { openRejects } from '../intake/rejects.ts'
import type { Journal } from '../journal/journal.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { photoStore } from '../photos/photoStore.ts'
import type { Settings } from '../settings.ts'
import type { OpenTown } from './openTown.ts'
import type { Time } from './systemTime.ts'

/** What the HTTP doors are wired from. */
export type DoorNeeds = {
  readonly settings: Settings
  readonly auth: Auth
  /** The room's secret, read once at the start. */
  readonly secret: Uint8Array
  readonly towns: ReadonlyMap<TownId, OpenTown>
  readonly knex: Knex
  readonly journal: Journal<DomainEvent>
  readonly time: Time
  readonly metrics: Metrics
  readonly root: string
  readonly isSecure: boolean
  readonly onTrouble: (error: unknown, what: string) => void
}

/** The same, with what several doors share. */
export type Shared = DoorNeeds & {
  readonly rejects: Awaited<ReturnType<typeof openRejects>>
  readonly photos: ReturnType<typeof photoStore>
  readonly guard: ReturnType<typeof openGuard>
  readonly townNames: (town: TownId) => { readonly townName: string; readonly townNameEn: string }
}
