import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Chance } from './chance.ts'

/** 吹哨: which departments a town calls for matters it cannot close alone; parts of their names. */
const calledFor: Readonly<Record<string, readonly string[]>> = {
  C12: ['人力资源'],
  C22: ['综合行政执法', '住房'],
  C31: ['住房', '应急'],
  C35: ['住房', '应急'],
  C38: ['应急', '消防'],
  C43: ['住房', '公安'],
  C44: ['消防'],
  C45: ['应急', '消防'],
  C49: ['市场监督', '卫生健康'],
}

const whistleShare = 0.15

/** True for some of the matters that need a department; the same answer each time it is asked. */
export const wantsWhistle = (incident: Incident, chance: Chance): boolean =>
  calledFor[incident.kind] !== undefined && chance.of(`whistle:${incident.id}`).happens(whistleShare)

/** Whom a whistle calls, and for what. */
export const whistled = (incident: Incident, town: Town): { readonly departments: readonly string[]; readonly matter: string } => {
  const parts = calledFor[incident.kind] ?? []
  const departments = town.departments.map(({ name }) => name).filter((name) => parts.some((part) => name.includes(part)))
  return { departments, matter: `${incident.place.text || '现场'}情况复杂，需部门到场会商处置` }
}
