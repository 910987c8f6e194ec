import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardBuilder, type BoardBuilder } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import { incidentOf } from '../board/board.ts'
import { IncidentId, PhotoId, UnitId } from '../ids.ts'
import type { Incident } from '../incident/incident.ts'

const merge = (into: IncidentId, ...incidents: readonly IncidentId[]) => ({ type: 'incidents.merge', into, incidents }) as const
const unmerge = (incident: IncidentId) => ({ type: 'incident.unmerge', incident, reason: '不是一回事' }) as const
const reportsOf = (story: BoardBuilder, incident: IncidentId) =>
  incidentOf(story.board(), incident)?.reports.map((report) => report.id) ?? []

const three = () => {
  const story = boardBuilder().units({ id: 'W1' })
  const incidents = [story.report(), story.wait(60_000).report(), story.wait(60_000).report()] as const
  return { story, a: incidents[0], b: incidents[1], c: incidents[2] }
}

describe('merging', () => {
  test('[I33] the incident that stays keeps every caller, oldest first', () => {
    const { story, a, b, c } = three()
    story.say(merge(c, a, b))
    expect(reportsOf(story, c)).toEqual(['R-1', 'R-2', 'R-3'])
    expect(incidentOf(story.board(), a)?.end).toMatchObject({ how: 'merged', into: c })
    expect(incidentOf(story.board(), c)?.merged).toEqual([a, b])
  })

  test('[I34] all of them or none: itself, ended, unknown, or with a unit on it is refused', () => {
    const { story, a, b, c } = three()
    const nobody = IncidentId.parse('E-77')
    given(story)
      .when(merge(a, b, a))
      .refused({ reason: 'merge-with-itself', incident: a })
    given(story)
      .when(merge(a, b, nobody))
      .refused({ reason: 'unknown-incident', incident: nobody })
    story.send(b, UnitId.parse('W1'))
    given(story)
      .when(merge(a, b))
      .refused({ reason: 'units-still-active', incident: b, units: [UnitId.parse('W1')] })
    given(story).when(merge(b, a)).then({ type: 'incident.merged', incident: a, into: b })
    story.say(merge(a, c))
    given(story).when(merge(b, c)).refused({ reason: 'incident-has-ended', incident: c, how: 'merged', into: a })
    given(story).when(merge(c, b)).refused({ reason: 'incident-has-ended', incident: c, into: a })
  })

  test('[I35] police and urgency of a part are never lost in a milder whole', () => {
    const { story, a } = three()
    const fight = story.report({ assessment: { kind: 'P06' } })
    story.say(merge(a, fight))
    expect(incidentOf(story.board(), a)).toMatchObject({ policeNeeded: true, nature: 'joint', urgency: 'critical', critical: true })
    const question = story.report({ assessment: { kind: 'E01' } })
    const theft = story.report({ assessment: { kind: 'P02' } })
    story.say(merge(question, theft))
    expect(incidentOf(story.board(), question)).toMatchObject({ policeNeeded: true, nature: 'joint', urgency: 'high' })
    given(story).when(merge(fight, story.report())).refused({ reason: 'incident-has-ended' })
  })

  test('[I67] what a part brings along confirms nothing about the whole', () => {
    const { story, a } = three()
    const fight = story.report({ assessment: { kind: 'P06' } })
    story.say(merge(a, fight))
    expect(incidentOf(story.board(), a)).toMatchObject({ policeNeeded: true, isConfirmed: false })
  })

  test('[I35] a milder part changes nothing of the whole', () => {
    const { story, a } = three()
    const fight = story.report({ assessment: { kind: 'P06' } })
    given(story).when(merge(fight, a)).then({ type: 'incident.merged', incident: a, into: fight })
  })

  test('[I36] photos that came to a report while it stood with the whole go back with it', () => {
    const { story, a, b } = three()
    const [own] = reportsOf(story, a)
    if (!own) throw new Error('an incident has a report')
    const photos = [PhotoId.parse('b'.repeat(64))]
    story.say(merge(b, a))
    story.say({ type: 'report.extend', incident: b, text: '照片：1 张', added: { report: own, photos } })
    story.say(unmerge(a))
    expect(incidentOf(story.board(), a)?.reports).toMatchObject([{ id: own, photos }])
    expect(incidentOf(story.board(), b)?.reports.map((report) => report.photos)).toEqual([[]])
  })

  test('[I36] taken out again, the callers go back and it is open; chains come apart from the outside', () => {
    const { story, a, b, c } = three()
    given(story).when(unmerge(a)).refused({ reason: 'not-merged', incident: a })
    story.say(merge(b, a))
    story.say(merge(c, b))
    given(story).when(unmerge(a)).refused({ reason: 'unmerge-outer-first', incident: a, outer: b })
    given(story)
      .when({ type: 'incident.reopen', incident: a, reason: '-' })
      .refused({ reason: 'incident-has-ended', how: 'merged', into: b })
    story.say(unmerge(b))
    expect([reportsOf(story, a), reportsOf(story, b), reportsOf(story, c)]).toEqual([['R-1'], ['R-1', 'R-2'], ['R-3']])
    story.say(unmerge(a))
    expect([reportsOf(story, a), reportsOf(story, b)]).toEqual([['R-1'], ['R-2']])
    expect(incidentOf(story.board(), a)).toMatchObject({ end: null, notDuplicateOf: [b] })
    expect(incidentOf(story.board(), b)?.merged).toEqual([])
  })

  test('[I36] merged in any order into any tree, then all taken out: every report is where it came in', () => {
    const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 })
    fc.assert(
      fc.property(pairs, (wishes) => {
        const story = boardBuilder()
        const ids = Array.from({ length: 8 }, () => story.wait(1_000).report())
        const before = ids.map((id) => reportsOf(story, id))
        const open = (id: IncidentId) => incidentOf(story.board(), id)?.end === null
        for (const [from, into] of wishes) {
          const [part, whole] = [ids[from] as IncidentId, ids[into] as IncidentId]
          if (part !== whole && open(part) && open(whole)) story.say(merge(whole, part))
        }
        expect(
          ids
            .filter(open)
            .flatMap((id) => reportsOf(story, id))
            .sort(),
        ).toEqual(before.flat().sort())
        const isOutermost = (incident: Incident | undefined) =>
          incident?.end?.how === 'merged' && incidentOf(story.board(), incident.end.into)?.end?.how !== 'merged'
        for (let next = ids.find((id) => isOutermost(incidentOf(story.board(), id))); next;) {
          story.say(unmerge(next))
          next = ids.find((id) => isOutermost(incidentOf(story.board(), id)))
        }
        expect(ids.map((id) => reportsOf(story, id))).toEqual(before)
        expect(ids.every((id) => incidentOf(story.board(), id)?.merged.length === 0)).toBe(true)
      }),
    )
  })

  test('[I37] a proposal of the brain that a person dismissed is not shown again', () => {
    const { story, a } = three()
    const like = story.report({ duplicates: [{ of: a, score: 0.9, reasons: [] }] })
    story.say({ type: 'duplicate.dismiss', incident: like, of: a })
    expect(incidentOf(story.board(), like)).toMatchObject({ duplicates: [], notDuplicateOf: [a] })
    given(story).when({ type: 'duplicate.dismiss', incident: like, of: a }).nothingHappens()
  })
})
