import type { Feature, FeatureCollection, LineString, Point as GeoPoint, Polygon } from 'geojson'
import type { Position } from '../../shared/contracts/positions.ts'
import { incidentOf, unitOf, type Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import { incidentsOf } from '../../shared/domain/board/incidentsOf.ts'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import type { IncidentId, UnitId } from '../../shared/domain/ids.ts'
import { isActive } from '../../shared/domain/incident/assignment.ts'
import { incidentState, type Incident } from '../../shared/domain/incident/incident.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import { urgencyRank } from '../../shared/domain/taxonomy/taxonomy.ts'
import { standingOf } from '../board/unitStanding.ts'
import { ageOpacity } from '../ui/ageOpacity.ts'
import { circleRing } from './circle.ts'
import { guessTravelMs } from './eta.ts'
import type { LayerChoice } from './layerChoice.ts'
import { unitPoint } from './unitPoints.ts'

/** What a person looks at, and the words the map says. */
export type MapLook = {
  readonly layers: LayerChoice
  readonly incident: IncidentId | null
  readonly unit: UnitId | null
  readonly picked: readonly UnitId[]
  readonly advice: Recommendation | null
  readonly words: {
    readonly incident: (incident: Incident) => string
    /** `旧 12 分`, or `无定位` for null. */
    readonly old: (ageMs: number | null) => string
    /** `约 3 分 · 850 m`. */
    readonly onTheWay: (travelMs: number, metres: number) => string
  }
}

export type Drawn = {
  readonly incidents: FeatureCollection<GeoPoint>
  /** Critical reports nobody has taken: never clustered away. */
  readonly alerts: FeatureCollection<GeoPoint>
  readonly heat: FeatureCollection<GeoPoint>
  readonly units: FeatureCollection<GeoPoint>
  /** From each unit sent or chosen to the selected incident. */
  readonly lines: FeatureCollection<LineString>
  /** How far an SOS may be off. */
  readonly accuracy: FeatureCollection<Polygon>
}

type Positions = ReadonlyMap<UnitId, Position>

const collection = <G extends GeoPoint | LineString | Polygon>(features: Feature<G>[]): FeatureCollection<G> => ({
  type: 'FeatureCollection',
  features,
})

const at = (point: Point, properties: Record<string, unknown>): Feature<GeoPoint> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [point[0], point[1]] },
  properties,
})

/** 3 critical … 0 low, so that the worst of a cluster is its greatest. */
export const rankOf = (incident: Incident): number => 3 - urgencyRank(incident.urgency)

const isUntaken = (incident: Incident): boolean => incident.critical && incident.holder === null && incident.assignments.length === 0

const heatForMs = 24 * 3_600_000

const points = new WeakMap<
  Incident,
  { readonly words: MapLook['words']; readonly isSelected: boolean; readonly drawn: Feature<GeoPoint> }
>()

/** The point of an incident, made once per change of it or of the look. */
const pointOf = (incident: Incident, point: Point, { words, incident: selected }: MapLook): Feature<GeoPoint> => {
  const isSelected = incident.id === selected
  const known = points.get(incident)
  if (known && known.words === words && known.isSelected === isSelected) return known.drawn
  const drawn = at(point, {
    id: incident.id,
    icon: `incident/${incident.nature}/${incident.urgency}`,
    rank: rankOf(incident),
    state: incidentState(incident),
    label: words.incident(incident),
    isSelected,
  })
  points.set(incident, { words, isSelected, drawn })
  return drawn
}

/** Incidents as points; those without a known place are not guessed onto the map. */
export const incidentFeatures = (board: Board, now: number, look: MapLook): Pick<Drawn, 'incidents' | 'alerts' | 'heat'> => {
  const incidents: Feature<GeoPoint>[] = []
  const alerts: Feature<GeoPoint>[] = []
  const heat: Feature<GeoPoint>[] = []
  for (const incident of incidentsOf(board).open) {
    const { point } = incident.place
    if (!point) continue
    if (look.layers.heat && now - incident.openedAt <= heatForMs) heat.push(at(point, { weight: 1 + rankOf(incident) }))
    if (!look.layers.incidents && incident.id !== look.incident) continue
    incidents.push(pointOf(incident, point, look))
    if (isUntaken(incident)) alerts.push(at(point, { id: incident.id }))
  }
  return { incidents: collection(incidents), alerts: collection(alerts), heat: collection(heat) }
}

/** Units as points, where they were last seen; hidden forces and standings are left out unless chosen or in danger. */
export const unitFeatures = (board: Board, positions: Positions, now: number, look: MapLook): Pick<Drawn, 'units' | 'accuracy'> => {
  const { layers, picked } = look
  const units: Feature<GeoPoint>[] = []
  const accuracy: Feature<Polygon>[] = []
  const isPicked = new Set<UnitId>(picked)
  for (const unit of values(board.units)) {
    const { standing } = standingOf(board, unit, now)
    const { force, name } = unit.definition
    const matters =
      isPicked.has(unit.id) ||
      unit.id === look.unit ||
      unit.sos !== null ||
      (look.incident !== null && unit.task?.incident === look.incident)
    const isHidden = !layers.units || layers.hiddenForces.includes(force) || layers.hiddenStandings.includes(standing)
    if (isHidden && !matters) continue
    const { point, ageMs, isOld, accuracyM } = unitPoint(unit, positions, now, board.thresholds.fixIsOldAfterMs)
    const shown = unit.sos ? 'sos' : standing
    units.push(
      at(point, {
        id: unit.id,
        icon: `unit/${force}/${shown}/${isOld ? 'old' : 'new'}`,
        label: isOld ? `${name}\n${look.words.old(ageMs)}` : name,
        opacity: unit.sos ? 1 : Math.round(ageOpacity(ageMs ?? Infinity) * 20) / 20,
        order: unit.sos ? 3 : matters ? 2 : standing === 'off' ? 0 : 1,
        isSelected: unit.id === look.unit,
        isPicked: isPicked.has(unit.id),
      }),
    )
    if (unit.sos && accuracyM > 0) {
      accuracy.push({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [circleRing(point, accuracyM).map(([x, y]) => [x, y])] },
        properties: { id: unit.id },
      })
    }
  }
  return { units: collection(units), accuracy: collection(accuracy) }
}

/** The selected incident and everyone who is on it or chosen for it; the time is the server's where it worked one out. */
export const lineFeatures = (board: Board, positions: Positions, now: number, look: MapLook): FeatureCollection<LineString> => {
  const incident = look.incident ? incidentOf(board, look.incident) : undefined
  const target = incident?.place.point
  if (!incident || !target) return collection<LineString>([])
  const sent = incident.assignments.filter((one) => isActive(one) && one.onSceneAt === null).map((one) => one.unit)
  const chosen = look.picked.filter((id) => !sent.includes(id))
  const advised = new Map((look.advice?.forces ?? []).flatMap((force) => force.candidates).map((one) => [one.unit, one.travelMs]))
  const lineOf = (id: UnitId, kind: 'sent' | 'chosen'): Feature<LineString>[] => {
    const unit = unitOf(board, id)
    if (!unit) return []
    const { point } = unitPoint(unit, positions, now, board.thresholds.fixIsOldAfterMs)
    const travelMs = (kind === 'chosen' ? advised.get(id) : undefined) ?? guessTravelMs(point, target, unit.definition.vehicle)
    const coordinates = [
      [point[0], point[1]],
      [target[0], target[1]],
    ]
    const label = look.words.onTheWay(travelMs, distanceM(point, target))
    return [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { unit: id, kind, label } }]
  }
  return collection([...sent.flatMap((id) => lineOf(id, 'sent')), ...chosen.flatMap((id) => lineOf(id, 'chosen'))])
}

/** Everything of the board that the map draws, at `now` (UTC ms). */
export const toFeatures = (board: Board, positions: Positions, now: number, look: MapLook): Drawn => ({
  ...incidentFeatures(board, now, look),
  ...unitFeatures(board, positions, now, look),
  lines: lineFeatures(board, positions, now, look),
})
