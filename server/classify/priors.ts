import type { Channel } from '../../shared/domain/actor.ts'
import type { KindCode, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Contexts } from './brainData.ts'

/** What is known before a word is read. */
export type Priors = {
  readonly weights: ReadonlyMap<KindCode, number>
  /** The outside system's code speaks for a police matter. */
  readonly police: boolean
  /** How much rarer or commoner matters of police, and of life, are on this channel than among the texts the model learnt from: steps of log-odds. */
  readonly policeShift: number
  readonly reasons: readonly string[]
}

/** A national code was chosen by a trained person who heard the call: it outweighs most words, shared among the kinds that claim it. */
const codeWeight = 7

/** First two digits of the national codes for crime and for public order (报警类型代码 10xxxx, 20xxxx). */
const policeClasses: ReadonlySet<string> = new Set(['10', '20'])

/** What is known of a report beside its words. */
export type Circumstances = {
  readonly channel: Channel
  readonly code110: string | null
  /** Hour of the day where the town is, 0–23; null when nobody says when it was. */
  readonly hour: number | null
  /** Kinds of the caller's earlier matters, latest first. */
  readonly earlier: readonly KindCode[]
}

/** Who called about a matter may well call about it again; who rang for nothing rings again. */
const earlierWeight = 0.7
const emptyCallWeight = 1.5
const emptyCall = 'E04'
/** Earlier matters than these say nothing of the next. */
const earlierRead = 3

/** Hours from `from` up to `to`, over midnight when `to` is the smaller. */
const isWithin = (hour: number, { from, to }: Contexts['hours'][number]): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to

/** Weighs channel, hour, the caller's earlier matters and the national 110 code, in steps of log-odds. */
export const priorsOf = (taxonomy: Taxonomy, contexts: Contexts): ((circumstances: Circumstances) => Priors) => {
  const natures = new Map(taxonomy.map(({ code, nature }) => [code, nature]))
  const byCode = new Map<string, KindCode[]>()
  for (const { code, cn110Codes } of taxonomy) {
    for (const national of cn110Codes) byCode.set(national, [...(byCode.get(national) ?? []), code])
  }
  return ({ channel, code110, hour, earlier }) => {
    const weights = new Map<KindCode, number>()
    const add = (kind: KindCode, weight: number) => natures.has(kind) && weights.set(kind, (weights.get(kind) ?? 0) + weight)
    for (const [kind, weight] of Object.entries(contexts.channels[channel] ?? {})) add(kind, weight)
    const hours = hour === null ? [] : contexts.hours.filter((part) => isWithin(hour, part))
    for (const { kinds } of hours) for (const [kind, weight] of Object.entries(kinds)) add(kind, weight)
    const before = [...new Set(earlier.slice(0, earlierRead))]
    for (const kind of before) add(kind, kind === emptyCall ? emptyCallWeight : earlierWeight)
    const reasons = before.map((kind) => `caller:${kind}`)
    const policeShift = contexts.policeShift[channel] ?? 0
    if (code110 === null || code110 === '') return { weights, police: false, policeShift, reasons }
    const claimed = byCode.get(code110) ?? []
    for (const kind of claimed) add(kind, codeWeight / Math.sqrt(claimed.length))
    const police =
      claimed.length > 0
        ? claimed.every((kind) => natures.get(kind) === 'police' || natures.get(kind) === 'joint')
        : policeClasses.has(code110.slice(0, 2))
    return { weights, police, policeShift, reasons: [`code110:${code110}`, ...reasons] }
  }
}
