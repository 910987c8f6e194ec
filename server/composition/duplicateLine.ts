import { z } from 'zod'
import { longestText } from '../../shared/domain/incident/report.ts'
import { timeOfDay } from '../../shared/domain/narrative/eveningLine.ts'
import { IncidentId } from '../../shared/domain/ids.ts'
import { duplicateFinder, type DuplicateNeeds } from '../duplicates/duplicateFinder.ts'
import type { MatterFacts } from '../duplicates/matterFacts.ts'
import { readLine, type LineAnswer } from './readLine.ts'

/** UTC ms, a time in ISO 8601 with or without its zone, or a time of one evening: HH:MM:SS. */
const At = z.union([z.number(), z.string()]).transform((at, context) => {
  const ms = typeof at === 'number' ? at : (timeOfDay(at) ?? (/^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(at) ? Date.parse(at) : NaN))
  if (Number.isFinite(ms)) return ms
  context.addIssue({ code: 'custom', message: '不是时间 / no time' })
  return z.NEVER
})

/** A report in order of time, as one JSON line; one that does not say when comes as long after the one before as on a busy evening of a street. */
const Asked = z.object({ id: z.union([z.string(), z.number()]), at: At.nullish(), text: z.string().max(longestText) })

/** A dozen an hour. */
const usualGapMs = 5 * 60_000

type Id = z.infer<typeof Asked>['id']

/** Nobody is asked here: words decide alone, and no place of a town is known. */
const bare = { kind: '', kindConfidence: 0, point: null, building: null, grid: null, uncertaintyM: 0, phones: [] } as const

/**
 * Says of each line which earlier one was the first of its matter, if any. A report that is called a duplicate becomes a part
 * of its matter, so that later ones are compared with all who told of it.
 */
export const duplicateLine = (needs: DuplicateNeeds): ((line: string) => LineAnswer) => {
  const finder = duplicateFinder(needs)
  const firsts = new Map<IncidentId, { readonly id: Id; facts: MatterFacts }>()
  const ids = new Set<Id>()
  let last = 0
  return (line) => {
    const read = readLine(Asked, line)
    if (!read.ok) return read
    const { id, text } = read.asked
    const at = read.asked.at ?? last + usualGapMs
    if (ids.has(id)) return { ok: false, problem: `编号重复 / this id came before: ${id}` }
    ids.add(id)
    last = at
    const own = IncidentId.parse(`E-${ids.size}`)
    const facts: MatterFacts = { ...bare, id: own, openedAt: at, lastAt: at, texts: [text] }
    const [best] = finder.propose(facts, needs.learnt.decidesFrom)
    const first = best ? firsts.get(best.of) : undefined
    if (!best || !first) {
      firsts.set(own, { id, facts })
      finder.add(facts)
      return { ok: true, line: JSON.stringify({ id, duplicateOf: null }) }
    }
    first.facts = { ...first.facts, texts: [...first.facts.texts, text], lastAt: Math.max(first.facts.lastAt, at) }
    finder.add(first.facts)
    return { ok: true, line: JSON.stringify({ id, duplicateOf: first.id }) }
  }
}
