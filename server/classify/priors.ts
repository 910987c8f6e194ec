import type { Channel } from '../../shared/domain/actor.ts'
import type { KindCode, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Contexts } from './brainData.ts'

/** What is known before a word is read. */
export type Priors = {
  readonly weights: ReadonlyMap<KindCode, number>
  /** The outside system's code speaks for a police matter. */
  readonly police: boolean
  readonly reasons: readonly string[]
}

/** A national code was chosen by a trained person who heard the call: as strong as a clear phrase, shared among the kinds that claim it. */
const codeWeight = 5

/** First two digits of the national codes for crime and for public order (报警类型代码 10xxxx, 20xxxx). */
const policeClasses: ReadonlySet<string> = new Set(['10', '20'])

/** Weighs the channel and the national 110 code. */
export const priorsOf = (taxonomy: Taxonomy, contexts: Contexts): ((channel: Channel, code110: string | null) => Priors) => {
  const natures = new Map(taxonomy.map(({ code, nature }) => [code, nature]))
  const byCode = new Map<string, KindCode[]>()
  for (const { code, cn110Codes } of taxonomy) {
    for (const national of cn110Codes) byCode.set(national, [...(byCode.get(national) ?? []), code])
  }
  return (channel, code110) => {
    const weights = new Map<KindCode, number>(Object.entries(contexts.channels[channel] ?? {}).filter(([kind]) => natures.has(kind)))
    if (code110 === null || code110 === '') return { weights, police: false, reasons: [] }
    const claimed = byCode.get(code110) ?? []
    for (const kind of claimed) weights.set(kind, (weights.get(kind) ?? 0) + codeWeight / Math.sqrt(claimed.length))
    const police =
      claimed.length > 0
        ? claimed.every((kind) => natures.get(kind) === 'police' || natures.get(kind) === 'joint')
        : policeClasses.has(code110.slice(0, 2))
    return { weights, police, reasons: [`code110:${code110}`] }
  }
}
