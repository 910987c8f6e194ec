import { describe, expect, test } from 'vitest'
import { GridId, UnitId } from '../../shared/domain/ids.ts'
import { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import { wangFang, type ReportWish } from '../../shared/testing/boardBuilder.ts'
import type { Fix } from './standing.ts'
import { advise, crossing, forceOf, minute, noise, order, send, three, west, whyNot, withUnits } from './testing/advise.ts'

describe('which units', () => {
  test('[R10] the nearest by road goes first, with its way and the reason', () => {
    const story = three()
    const advice = advise(story, story.report(noise))
    expect(order(advice)).toEqual(['W1', 'W2', 'W3'])
    const [best] = forceOf(advice).candidates
    expect(best?.reasons).toEqual(expect.arrayContaining(['nearest', 'answers-for-grid', 'rested']))
    expect(best?.distanceM).toBeGreaterThan(95)
    expect(best?.distanceM).toBeLessThan(105)
  })

  test('[R11] a unit on a task, in danger, off shift or that let the order run out is no candidate, and says why', () => {
    const story = withUnits({ id: 'W1' }, { id: 'W2' }, { id: 'W3', roster: [] }, { id: 'W4' }, { id: 'W5' })
    const other = story.report()
    const since = story.now()
    send(story, other, 'W1')
    story.say({ type: 'sos.raise', unit: UnitId.parse('W2'), point: null })
    const incident = story.report(noise)
    const about = send(story, incident, 'W4')
    story.wait(minute).say({ type: 'clock.tick', incidents: [incident], alarms: [] }, { kind: 'clock' })
    story.say({ type: 'unit.recall', ...about, reason: '未签收' })
    const advice = advise(story, incident)
    expect(order(advice)).toEqual(['W5'])
    expect(whyNot(advice, 'W1')).toEqual({ reason: 'busy', incident: other, state: 'assigned', since })
    expect(whyNot(advice, 'W2')).toEqual({ reason: 'in-danger' })
    expect(whyNot(advice, 'W3')).toEqual({ reason: 'off-duty' })
    expect(whyNot(advice, 'W4')).toEqual({ reason: 'did-not-accept' })
    story.say({ type: 'duty.set', unit: UnitId.parse('W5'), isOn: false, forMs: minute, reason: '' }, wangFang)
    expect(order(advise(story, incident))).toEqual([])
  })

  test('[R12] a unit just freed stands behind the rested, but goes when nobody else is left; where life is at risk it is only weighed', () => {
    const story = three()
    const other = story.report()
    story.say({ type: 'unit.recall', ...send(story, other, 'W1'), reason: '撤' })
    const incident = story.report(noise)
    expect(order(advise(story, incident))).toEqual(['W2', 'W3', 'W1'])
    send(story, other, 'W2')
    send(story, other, 'W3')
    const [last] = forceOf(advise(story, incident)).candidates
    expect(last).toMatchObject({ unit: 'W1', restedMs: 0, reasons: expect.arrayContaining(['only-one-left']) as unknown })
    const tired = withUnits({ id: 'P1', force: 'police', home: west(50) }, { id: 'P2', force: 'police', home: west(4_000) })
    tired.say({ type: 'unit.recall', ...send(tired, tired.report(), 'P1'), reason: '撤' })
    expect(order(advise(tired, tired.report({ ...noise, assessment: { kind: 'P06' } })), 'police')).toEqual(['P1', 'P2'])
  })

  test('[R13] the grid’s own worker is worth three minutes of a stranger’s lead', () => {
    const story = withUnits({ id: 'W1', home: west(50), grids: [GridId.parse('G2')] }, { id: 'W2', home: west(400) })
    expect(order(advise(story, story.report(noise)))).toEqual(['W2', 'W1'])
    expect(order(advise(story, story.report({ place: { point: crossing } })))).toEqual(['W1', 'W2'])
  })

  test('[R14] an old position is shown as old; a useless one is used only when nothing else is left', () => {
    const story = withUnits({ id: 'W1' }, { id: 'W2' })
    const incident = story.report(noise)
    const seen = (agoMs: number, metres: number): Fix => ({ point: west(metres), at: story.now() - agoMs })
    const advice = advise(story, incident, { W1: seen(2 * minute, 100), W2: seen(11 * minute, 50) })
    expect(forceOf(advice).candidates).toMatchObject([{ unit: 'W1', fix: { source: 'position', ageMs: 2 * minute, isOld: true } }])
    expect(whyNot(advice, 'W2')).toEqual({ reason: 'position-too-old', ageMs: 11 * minute })
    send(story, story.report(), 'W1')
    const [last] = forceOf(advise(story, incident, { W2: seen(11 * minute, 50) })).candidates
    expect(last).toMatchObject({ unit: 'W2', reasons: expect.arrayContaining(['old-fix-used', 'only-one-left']) as unknown })
  })

  test('[R14] a unit never seen is taken to be at home, and the place says so', () => {
    const story = withUnits({ id: 'W1', home: west(200) })
    const [candidate] = forceOf(advise(story, story.report(noise))).candidates
    expect(candidate).toMatchObject({ fix: { source: 'home', ageMs: null, isOld: false } })
  })

  test('[R15] a skill that must be there keeps others out, until nobody has it', () => {
    const gas = { ...noise, assessment: { kind: 'C30' } } satisfies ReportWish
    const story = withUnits(
      { id: 'F1', force: 'emergency', home: west(50) },
      { id: 'F2', force: 'emergency', home: west(400), skills: ['fire'] },
    )
    const incident = story.report(gas)
    expect(order(advise(story, incident), 'emergency')).toEqual(['F2'])
    expect(whyNot(advise(story, incident), 'F1', 'emergency')).toEqual({ reason: 'lacks-skill', skill: 'fire' })
    send(story, story.report(), 'F2')
    expect(forceOf(advise(story, incident), 'emergency').candidates).toMatchObject([
      { unit: 'F1', reasons: expect.arrayContaining(['only-one-left']) as unknown },
    ])
  })

  test('[R16] work is shared: of two equally near the one with less behind it today goes', () => {
    const story = withUnits({ id: 'W1', home: west(200) }, { id: 'W2', home: west(200) })
    story.say({ type: 'unit.recall', ...send(story, story.report(), 'W1'), reason: '撤' })
    story.wait(20 * minute)
    const advice = advise(story, story.report(noise))
    expect(order(advice)).toEqual(['W2', 'W1'])
    expect(forceOf(advice).candidates[0]?.reasons).toContain('light-load')
  })

  test('[R17] without a point the building, the grid or the community is aimed at; with nothing known, rest and load decide', () => {
    const story = withUnits({ id: 'W1', home: west(10) }, { id: 'W2', home: west(400) })
    const aimOf = (place: NonNullable<ReportWish['place']>) => advise(story, story.report({ place: { point: null, ...place } })).aim
    expect([
      aimOf({ building: 'B2' as never }),
      aimOf({ grid: GridId.parse('G2') }),
      aimOf({ community: 'C1' as never }),
      aimOf({}),
    ]).toEqual(['building', 'grid', 'community', 'unknown'])
    story.say({ type: 'unit.recall', ...send(story, story.report(), 'W1'), reason: '撤' })
    story.wait(20 * minute)
    const advice = advise(story, story.report({ place: { point: null } }))
    expect(order(advice)).toEqual(['W2', 'W1'])
    expect(forceOf(advice).candidates.flatMap((one) => one.reasons)).not.toContain('nearest')
  })

  test('[R18] lists are short, the rest is counted', () => {
    const story = withUnits(...Array.from({ length: 40 }, (_, i) => ({ id: `W${i + 1}`, ...(i % 2 && { roster: [] }) })))
    const advice = advise(story, story.report(noise))
    expect(forceOf(advice)).toMatchObject({ excludedCount: 20 })
    expect([forceOf(advice).candidates.length, forceOf(advice).excluded.length]).toEqual([8, 12])
    expect(Recommendation.parse(advice)).toEqual(advice)
  })
})
