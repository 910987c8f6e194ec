import type { Point } from '../../shared/domain/geo/point.ts'
import type { BuildingId, GridId, IncidentId } from '../../shared/domain/ids.ts'
import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'

/** What is compared of a matter: of an open incident, or of one that has just come in. */
export type MatterFacts = {
  readonly id: IncidentId
  /** UTC ms. */
  readonly openedAt: number
  /** When its latest report came in, UTC ms. */
  readonly lastAt: number
  readonly kind: KindCode
  /** 0–1: how sure the brain is of the kind; 1 when a person chose it. An unsure kind does not speak against a match. */
  readonly kindConfidence: number
  /** The words of its reports, the first one first; later ones make a surviving incident easier to recognise. */
  readonly texts: readonly string[]
  readonly point: Point | null
  readonly building: BuildingId | null
  readonly grid: GridId | null
  /** How far the true place may be from the point, metres: more where only words said it than where a person or coordinates did. */
  readonly uncertaintyM: number
  /** Digits of everyone who called about it. */
  readonly phones: readonly string[]
}
