import { Nature, urgencyRank, type Urgency } from '../taxonomy/taxonomy.ts'
import { counts } from './assignment.ts'
import { assignmentsOfRound, type Incident } from './incident.ts'

/** The nature that is nearer to the police of two; when two people or two reports disagree, this one is kept. */
export const morePolice = (one: Nature, other: Nature): Nature =>
  Nature.options.indexOf(other) < Nature.options.indexOf(one) ? other : one

export const moreUrgent = (one: Urgency, other: Urgency): Urgency => (urgencyRank(other) < urgencyRank(one) ? other : one)

/** 警务 or 警网联动: a matter of the police by what it is. */
export const isPoliceNature = (nature: Nature): boolean => nature === 'police' || nature === 'joint'

/** True where police must come: by what it is, or because somebody said so. */
export const isPoliceMatter = ({ nature, policeNeeded }: Pick<Incident, 'nature' | 'policeNeeded'>): boolean =>
  policeNeeded || isPoliceNature(nature)

/** True where police must come and nobody of theirs has it in this round: none was sent, or all gave it back or were taken off. */
export const lacksPolice = (incident: Incident): boolean =>
  isPoliceMatter(incident) && !assignmentsOfRound(incident).some((one) => one.force === 'police' && counts(one))

/** How grave an account of a matter is: whether police must come, and how soon anybody. */
export type Gravity = { readonly policeNeeded: boolean; readonly urgency: Urgency }

type Weighed = Pick<Incident, 'nature' | 'policeNeeded' | 'urgency' | 'critical'>

export const gravityOf = (one: Weighed): Gravity => ({
  policeNeeded: isPoliceMatter(one),
  urgency: one.critical ? 'critical' : one.urgency,
})

/** What an incident takes over from another account of the same matter; up, never down. Null when that is no graver. */
export const graver = (incident: Weighed, told: Gravity) => {
  const needsPolice = !incident.policeNeeded && told.policeNeeded
  const urgency = moreUrgent(gravityOf(incident).urgency, told.urgency)
  const isWorse = urgency !== incident.urgency
  if (!needsPolice && !isWorse) return null
  return { ...(needsPolice && { policeNeeded: true, nature: morePolice(incident.nature, 'joint') }), ...(isWorse && { urgency }) }
}
