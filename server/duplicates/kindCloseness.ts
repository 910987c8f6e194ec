import type { Kind, KindCode, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'

/** Whether two kinds may be two views of one matter. */
export type Closeness = 'same' | 'near' | 'far'

/** What different callers make of one matter: the smell is gas to one and chemistry to the other. */
const views: readonly (readonly KindCode[])[] = [
  ['P11', 'C30', 'C38', 'C28', 'C34', 'C44'],
  ['P11', 'P12', 'C39'],
  ['P01', 'P04', 'P05', 'P06', 'P08', 'P12'],
  ['P04', 'P15', 'P16', 'P08'],
  ['P09', 'P10', 'P12', 'C19'],
  ['P13', 'C39', 'P12'],
  ['P14', 'C12', 'C16', 'C47', 'P08'],
  ['C33', 'C39', 'P12'],
  ['C31', 'C10', 'C37', 'C24', 'C34'],
  ['C32', 'C35', 'C37', 'C24'],
  ['C02', 'C03', 'C10', 'C27'],
  ['C18', 'C21', 'C44'],
  ['C20', 'C23', 'C03', 'C49'],
  ['C42', 'C48', 'P08', 'P12'],
  ['C30', 'C45'],
  ['P02', 'C01'],
]

/** Matters of one household or one person: another caller from the same house is most likely another matter. */
const privateGroups: ReadonlySet<string> = new Set(['纠纷', '服务', '咨询', '投诉', '建议', '无效', '刑事', '其他'])

/** Tells how close two kinds are, and which kinds are nobody else's business. */
export const kindCloseness = (taxonomy: Taxonomy) => {
  const kinds = new Map<KindCode, Kind>(taxonomy.map((kind) => [kind.code, kind]))
  const near = new Set(views.flatMap((view) => view.flatMap((a) => view.map((b) => `${a}+${b}`))))
  return {
    closeness: (a: KindCode, b: KindCode): Closeness => {
      if (a === b) return 'same'
      return near.has(`${a}+${b}`) ? 'near' : 'far'
    },
    isPrivate: (code: KindCode): boolean => {
      const kind = kinds.get(code)
      return kind !== undefined && kind.urgency !== 'critical' && (privateGroups.has(kind.group) || code === 'C01')
    },
    /** How long callers keep calling about it: half of its weight is gone after this many ms. */
    halfLifeMs: (code: KindCode): number => {
      const urgent = ['critical', 'high'].includes(kinds.get(code)?.urgency ?? 'normal')
      return (urgent ? 40 : 150) * 60_000
    },
  }
}
