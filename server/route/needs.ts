import type { Force, KindCode, Urgency } from '../../shared/domain/taxonomy/taxonomy.ts'

type Count = Readonly<Record<Urgency, number>>

const one: Count = { critical: 1, high: 1, normal: 1, low: 1 }
const two: Count = { critical: 2, high: 1, normal: 1, low: 1 }

/**
 * How many units of a force go at first, by urgency.
 *
 * Units are crews already. Where life is at risk a second crew goes along, because the first may be held
 * up or outnumbered: police, fire and rescue. Volunteers come singly, so three make a line of people.
 * More is the dispatcher's choice, or a unit's call for help.
 */
export const howMany: Readonly<Record<Force, Count>> = {
  police: two,
  emergency: two,
  grid: one,
  urban: one,
  mediator: one,
  market: one,
  utility: one,
  medical: one,
  volunteer: { critical: 3, high: 2, normal: 1, low: 1 },
  property: one,
}

/** A skill that a kind asks of a force. */
export type SkillNeed = {
  readonly kinds: readonly KindCode[]
  readonly force: Force
  readonly skill: string
  /** True: a unit without it is not proposed while one with it is free. False: one with it is put ahead. */
  readonly isMust: boolean
}

const must = (force: Force, skill: string, ...kinds: readonly KindCode[]): SkillNeed => ({ kinds, force, skill, isMust: true })
const better = (force: Force, skill: string, ...kinds: readonly KindCode[]): SkillNeed => ({ kinds, force, skill, isMust: false })

/**
 * Which kinds ask for which skill. Skills are words of the town's file; one that no free unit of the force
 * has is never a reason to send nobody.
 *
 * Must: without the tool or the licence the crew can only watch (a hose for a fire, a valve key for gas).
 * Better: the matter goes faster, but anyone of the force can begin.
 */
export const skillNeeds: readonly SkillNeed[] = [
  must('emergency', 'fire', 'P11', 'C28', 'C30', 'C38'),
  must('utility', 'gas', 'C30'),
  must('utility', 'water', 'C31'),
  must('utility', 'power', 'C34'),
  must('utility', 'lift', 'C33'),
  must('property', 'lift', 'C33'),
  must('medical', 'ambulance', 'P01', 'P09', 'P12', 'C38'),
  better('emergency', 'flood', 'C31', 'C37'),
  better('emergency', 'rescue-height', 'P12', 'C32', 'C33', 'C39'),
  better('emergency', 'rescue-traffic', 'P09', 'C39'),
  better('emergency', 'evacuate', 'C35', 'C37', 'C47'),
  better('police', 'traffic', 'P09', 'P10'),
  better('police', 'riot', 'P06', 'P14'),
  better('police', 'patrol', 'P01', 'P04', 'P08', 'P13'),
  better('grid', 'mediate', 'C02', 'C10', 'C14', 'C18'),
  better('grid', 'first-aid', 'C41', 'C42', 'P13'),
  better('urban', 'street-trade', 'C20', 'C26'),
  better('urban', 'parking', 'C21'),
  better('urban', 'building-works', 'C03', 'C22'),
  better('urban', 'waste', 'C23'),
  better('mediator', 'family', 'C11', 'P05'),
  better('mediator', 'labour', 'C12'),
  better('mediator', 'law-advice', 'C15', 'C16', 'C19'),
  better('mediator', 'neighbours', 'C02', 'C10', 'C14'),
  better('mediator', 'consumer', 'C13'),
  better('market', 'food', 'C49'),
  better('market', 'consumer', 'C13'),
  better('volunteer', 'crowd', 'C47', 'P14'),
  better('volunteer', 'patrol', 'P13'),
]

/** The skills that a kind asks of a force, the ones that must be there first. */
export const skillsFor = (kind: KindCode, force: Force): readonly SkillNeed[] =>
  skillNeeds.filter((need) => need.force === force && need.kinds.includes(kind))
