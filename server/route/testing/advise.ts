import { incidentOf } from '../../../shared/domain/board/board.ts'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { AssignmentId, GridId, UnitId, type IncidentId } from '../../../shared/domain/ids.ts'
import type { ForceAdvice, Recommendation } from '../../../shared/domain/routing/recommendation.ts'
import { aTaxonomy } from '../../../shared/testing/aTaxonomy.ts'
import type { UnitWish } from '../../../shared/testing/aUnit.ts'
import { boardBuilder, type BoardBuilder, type ReportWish } from '../../../shared/testing/boardBuilder.ts'
import { smallTown } from '../../../shared/testing/townFile.ts'
import { recommender } from '../recommender.ts'
import { roadNet } from '../roadNet.ts'
import type { Fix } from '../standing.ts'

export const minute = 60_000
export const town = smallTown()
export const net = roadNet(town)
export const crossing: Point = [120.105, 30.303]
/** So many metres west of the crossing, on the road. */
export const west = (metres: number): Point => [120.105 - metres / 96_005, 30.303]

export const noise = { place: { point: crossing, grid: GridId.parse('G1') } } satisfies ReportWish

export const advise = (
  story: Pick<BoardBuilder, 'board' | 'now'>,
  incident: IncidentId,
  fixes: Readonly<Record<string, Fix>> = {},
): Recommendation => {
  const { recommend } = recommender({ town, taxonomy: aTaxonomy, net, positionOf: (unit) => fixes[unit] })
  const about = incidentOf(story.board(), incident)
  if (!about) throw new Error(`${incident} is not on the board`)
  return recommend(about, story.board(), story.now())
}

export const forceOf = (advice: Recommendation, force = 'grid'): ForceAdvice => {
  const found = advice.forces.find((one) => one.force === force)
  if (!found) throw new Error(`${force} is not wanted`)
  return found
}
export const order = (advice: Recommendation, force = 'grid') => forceOf(advice, force).candidates.map((one) => one.unit)
export const whyNot = (advice: Recommendation, unit: string, force = 'grid') =>
  forceOf(advice, force).excluded.find((one) => one.unit === unit)?.why
export const names = (advice: Recommendation) => advice.forces.map((one) => [one.force, one.lead, one.wanted])

export const withUnits = (...wishes: readonly UnitWish[]) =>
  boardBuilder().units(...wishes.map((wish) => ({ grids: [GridId.parse('G1')], ...wish })))
export const three = () => withUnits({ id: 'W1', home: west(100) }, { id: 'W2', home: west(250) }, { id: 'W3', home: west(400) })
export const send = (story: BoardBuilder, incident: IncidentId, unit: string) => {
  story.send(incident, UnitId.parse(unit))
  const count = incidentOf(story.board(), incident)?.assignments.length
  return { incident, assignment: AssignmentId.parse(`${incident}/${count}`) }
}
