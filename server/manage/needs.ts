import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ManagedAccount, ManagedLink, ManagedSession, ManagedToken, NewAccount, RejectedForm } from '../../shared/contracts/manage.ts'
import type { BrainState, PutInForce } from '../../shared/contracts/teaching.ts'
import type { ManagedPass } from '../../shared/contracts/wall.ts'
import type { AccountRole, Channel, Role } from '../../shared/domain/actor.ts'
import type { AccountId, BuildingId, GridId, TownId, UnitId, WallId } from '../../shared/domain/ids.ts'

/** Who manages; rights and town were read from the session at the door. */
export type Manager = { readonly id: AccountId; readonly name: string; readonly role: Role; readonly town: TownId }

/** Why something was not done, as the people's store says it. */
export type Why =
  | 'no-right'
  | 'unknown-account'
  | 'taken-name'
  | 'last-admin'
  | 'unknown-token'
  | 'unknown-link'
  | 'unknown-pass'
  | 'not-within-a-shift'
  | 'training-runs'
  | 'no-examples'
  | 'no-training'
  | 'unknown-model'
  | 'lost-model'
  | 'changed-meanwhile'
  | 'not-kept'
export type No = { readonly ok: false; readonly why: Why }
type Yes<T = unknown> = { readonly ok: true } & T
type Later<T> = Promise<T>

export type ManagedBuilding = { readonly id: BuildingId; readonly name: string; readonly address: string; readonly grid: GridId }

/** What the managing door asks of the rest of the server. Every list and change is of the manager's own town. */
export type ManageNeeds = {
  readonly requirePerson: (roles: readonly Role[]) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | void>
  readonly personOf: (request: FastifyRequest) => Manager
  readonly accounts: {
    readonly list: (by: Manager) => Later<readonly ManagedAccount[]>
    readonly create: (by: Manager, account: NewAccount) => Later<Yes<{ readonly password: string }> | No>
    readonly disable: (by: Manager, id: string, isDisabled: boolean) => Later<Yes | No>
    readonly setRole: (by: Manager, id: string, role: AccountRole) => Later<Yes | No>
    readonly rename: (by: Manager, id: string, name: string) => Later<Yes | No>
    readonly resetPassword: (by: Manager, id: string) => Later<Yes<{ readonly password: string }> | No>
  }
  readonly sessions: (by: Manager) => Later<readonly ManagedSession[]>
  /** With `session: null` all of the account's. */
  readonly revokeSession: (by: Manager, account: string, session: string | null) => Later<Yes<{ readonly ended: number }> | No>
  readonly channelTokens: {
    readonly list: (by: Manager) => Later<readonly ManagedToken[]>
    readonly create: (
      by: Manager,
      wish: { readonly name: string; readonly channel: Channel },
    ) => Later<Yes<{ readonly token: string; readonly id: string }> | No>
    readonly revoke: (by: Manager, id: string) => Later<Yes | No>
  }
  readonly links: {
    readonly list: (by: Manager) => Later<readonly ManagedLink[]>
    readonly create: (by: Manager, unit: UnitId, until: number) => Later<Yes<{ readonly token: string; readonly id: string }> | No>
    readonly revoke: (by: Manager, id: string) => Later<Yes | No>
  }
  readonly walls: {
    readonly list: (by: Manager) => Later<readonly ManagedPass[]>
    readonly create: (by: Manager, wall: WallId) => Later<Yes<{ readonly token: string; readonly id: string }> | No>
    readonly revoke: (by: Manager, id: string) => Later<Yes | No>
  }
  /** What a wall of the town is called; null when there is none of that number. */
  readonly wallName: (town: TownId, wall: WallId) => string | null
  readonly hasUnit: (town: TownId, unit: UnitId) => boolean
  readonly buildings: (town: TownId) => readonly ManagedBuilding[]
  readonly signBuilding: (town: TownId, building: BuildingId) => string
  /** Addresses of pages; `base` is where the asking page was opened (`https://room.example:8135`). */
  readonly fieldUrl: (base: string, token: string) => string
  readonly wallUrl: (base: string, token: string) => string
  readonly buildingUrl: (base: string, town: TownId, building: BuildingId, signature: string) => string
  readonly rejects: {
    readonly list: (town: TownId, count: number) => Later<readonly RejectedForm[]>
    readonly markSeen: (town: TownId, id: number) => Later<void>
  }
  /** The brain of the manager's town, and what the room teaches it; changes are noted where they are made. */
  readonly brain: {
    readonly state: (by: Manager) => Later<BrainState>
    readonly train: (by: Manager) => Later<Yes | No>
    readonly stop: (by: Manager) => Later<Yes | No>
    readonly putInForce: (by: Manager, wish: PutInForce) => Later<Yes | No>
  }
  /** Keeps in the journal that somebody changed something; no secret in the text. Resolves when kept. */
  readonly noteAudit: (by: Manager, subject: string, text: string) => Later<unknown>
}
