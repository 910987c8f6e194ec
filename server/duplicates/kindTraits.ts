import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { KindTraits } from './compareTellings.ts'

/** Matters of one household or one person: another caller from the same house is most likely another matter. */
const privateGroups: ReadonlySet<string> = new Set(['纠纷', '服务', '咨询', '投诉', '建议', '无效', '刑事', '其他'])

/** Something lost or found is one person's own, whatever its group. */
const lostProperty = 'C01'

/** Which kinds are nobody else's business, and which bring many callers at once. */
export const kindTraits = (taxonomy: Taxonomy): KindTraits => {
  const places = new Map(taxonomy.map(({ code }, i) => [code, i]))
  return {
    isPrivate: Float64Array.from(taxonomy, ({ code, group, urgency }) =>
      urgency !== 'critical' && (privateGroups.has(group) || code === lostProperty) ? 1 : 0,
    ),
    isUrgent: Float64Array.from(taxonomy, ({ urgency }) => (urgency === 'critical' || urgency === 'high' ? 1 : 0)),
    indexOf: (code) => places.get(code) ?? -1,
  }
}
