import { z } from 'zod'
import type { Incident } from './incident.ts'

/** 注意事项 for those who go: a closed list, so that a phone says each in the reader's language. */
export const Caution = z.enum([
  'life',
  'weapon',
  'violence',
  'injury',
  'fire',
  'gas',
  'chemical',
  'electric',
  'collapse',
  'water',
  'crowd',
  'suicide',
  'mental',
  'animal',
  'drunk',
  'child',
  'traffic',
  'infection',
  'police',
])
export type Caution = z.infer<typeof Caution>

/** Names of the brain's danger rules (`rule:weapon`) and what they mean for a person on the way. */
const byRule: Readonly<Record<string, readonly Caution[]>> = {
  weapon: ['weapon', 'violence'],
  'weapon-found': ['weapon'],
  'blood-attack': ['violence', 'weapon', 'injury'],
  robbery: ['violence'],
  kidnap: ['violence'],
  sexual: ['violence'],
  bomb: ['fire', 'violence'],
  fight: ['violence'],
  'fight-injury': ['violence', 'injury'],
  injury: ['injury'],
  domestic: ['violence'],
  'domestic-injury': ['violence', 'injury'],
  threat: ['violence'],
  suicide: ['suicide'],
  'suicide-wage': ['suicide'],
  life: ['life', 'injury'],
  'crash-injury': ['injury', 'traffic'],
  crash: ['traffic'],
  fire: ['fire'],
  'fire-spreads': ['fire'],
  'fire-smoulders': ['fire'],
  gas: ['gas'],
  chemical: ['chemical'],
  'work-injury': ['injury'],
  'child-locked': ['child'],
  'small-child-missing': ['child'],
  crushed: ['injury', 'collapse'],
  falling: ['collapse'],
  collapse: ['collapse'],
  'live-wire': ['electric'],
  'hazard-people': ['water'],
  crush: ['crowd'],
  'mental-risk': ['mental', 'violence'],
  mental: ['mental'],
  mass: ['crowd'],
  disorder: ['violence'],
}

/** Codes of `taxonomy.csv`; a kind that a person chose is believed as much as a rule. */
const byKind: Readonly<Record<string, readonly Caution[]>> = {
  P04: ['violence'],
  P05: ['violence'],
  P06: ['weapon', 'violence'],
  P09: ['traffic'],
  P11: ['fire'],
  P12: ['life'],
  P14: ['crowd'],
  C27: ['animal'],
  C28: ['fire'],
  C30: ['gas'],
  C31: ['water'],
  C32: ['collapse'],
  C34: ['electric'],
  C35: ['collapse'],
  C36: ['animal'],
  C37: ['water'],
  C38: ['chemical'],
  C45: ['gas'],
  C47: ['crowd'],
  C48: ['mental'],
}

/** Words of the callers that no rule weighs, because they change what to bring and not who goes. */
const byWords: readonly (readonly [Caution, RegExp])[] = [
  ['animal', /恶犬|恶狗|烈性犬|大狗|狗[^，。]{0,6}咬|咬人|马蜂|毒蛇|野猪|养了?[^，。]{0,4}狗/],
  ['drunk', /醉酒|喝醉|喝多|酒疯|发酒疯|醉汉/],
  ['infection', /艾滋|传染病|肺结核|疥疮|狂犬/],
]

/**
 * What the room knows that a unit should watch out for, the most serious first. From the brain's
 * reasons, the kind as it is now, and the callers' words. A rule told of the past (`rule:fight:past`) counts too.
 */
export const cautionsOf = (incident: Incident): readonly Caution[] => {
  const rules = incident.assessment.reasons.map((reason) => /^rule:([a-z-]+)/.exec(reason)?.[1] ?? '')
  const text = incident.reports.map((report) => report.text).join('\n')
  const found = new Set<Caution>([
    ...(incident.critical ? (['life'] as const) : []),
    ...rules.flatMap((rule) => byRule[rule] ?? []),
    ...(byKind[incident.kind] ?? []),
    ...byWords.filter(([, words]) => words.test(text)).map(([caution]) => caution),
    ...(incident.policeNeeded && incident.nature !== 'police' ? (['police'] as const) : []),
  ])
  return Caution.options.filter((caution) => found.has(caution))
}
