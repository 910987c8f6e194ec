import type { Actor } from '../../shared/domain/actor.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { Command, IncomingReport } from '../../shared/domain/command.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { CommandId, IncidentId, UnitId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Answer, Refusal } from '../../shared/domain/refusal.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import type { Stories } from './readStories.ts'

/** Who says something, and under which id. */
export type Saying = { readonly id: CommandId; readonly by: Actor; readonly origin: string }

/** A way with its bends; `atMs` of a point is ms after setting out. */
export type DrawnWay = readonly { readonly point: Point; readonly atMs: number }[]

/**
 * What the played life asks of the room. It is a guest: it has no door of its own, and everything it
 * does goes where reports, orders and positions of real people go.
 */
export type DemoPorts = {
  readonly town: Town
  readonly taxonomy: Taxonomy
  readonly stories: Stories
  /** As decided: what the next command will be judged by. */
  readonly board: () => Board
  /** Tells of events once they are kept; the answer ends it. */
  readonly onKept: (listener: (events: readonly RecordedEvent[]) => void) => () => void
  readonly do: (command: Command, saying: Saying) => Promise<Answer>
  readonly bring: (
    report: IncomingReport,
    saying: Saying,
  ) => Promise<{ readonly ok: true; readonly incident: IncidentId } | { readonly ok: false; readonly refusal: Refusal }>
  readonly recommend: (incident: Incident) => Recommendation
  /** A unit's position, as its phone would send it. */
  readonly fix: (unit: UnitId, point: Point, accuracyM: number) => void
  /** When the newest position of the unit was taken, whoever sent it. */
  readonly fixedAt: (unit: UnitId) => number | undefined
  readonly way: (from: Point, to: Point, vehicle: Vehicle) => DrawnWay
  readonly now: () => number
  readonly setTimer: (run: () => void, delayMs: number) => () => void
  readonly seed: number
  /** 1: real time, 20: a pause of twenty seconds takes one. */
  readonly speed: number
  readonly onTrouble: (error: unknown) => void
}
