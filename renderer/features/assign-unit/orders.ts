import type { CommandOf } from '../../../shared/domain/command.ts'
import type { UnitId } from '../../../shared/domain/ids.ts'
import type { Candidate, Recommendation } from '../../../shared/domain/routing/recommendation.ts'

type Orders = CommandOf<'units.assign'>['orders']

/** The units that the recommender proposes to go, those of the leading force first. */
export const proposalOf = ({ forces }: Recommendation): readonly UnitId[] =>
  [...forces]
    .sort((a, b) => Number(b.lead) - Number(a.lead))
    .flatMap(({ wanted, candidates }) => candidates.slice(0, wanted).map(({ unit }) => unit))

export const candidateOf = (advice: Recommendation | null, unit: UnitId): Candidate | undefined =>
  advice?.forces.flatMap(({ candidates }) => candidates).find((candidate) => candidate.unit === unit)

/** One order per chosen unit: the first leads unless somebody leads already. */
export const ordersOf = (
  picked: readonly UnitId[],
  order: string,
  advice: Recommendation | null,
  hasLead: boolean,
  offDuty: ReadonlySet<UnitId>,
): Orders =>
  picked.map((unit, i) => ({
    unit,
    lead: i === 0 && !hasLead,
    order,
    callIn: offDuty.has(unit),
    why: candidateOf(advice, unit)?.reasons ?? [],
  }))
