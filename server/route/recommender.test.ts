import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Board } from '../../shared/domain/board/board.ts'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import { AssignmentId, GridId, UnitId, type IncidentId } from '../../shared/domain/ids.ts'
import { Recommendation, type ForceAdvice } from '../../shared/domain/routing/recommendation.ts'
import { boardBuilder, wangFang, type BoardBuilder, type ReportWish } from '../../shared/testing/boardBuilder.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import type { UnitWish } from '../../shared/testing/aUnit.ts'
import { commandOf, gusts } from '../../shared/testing/storm.ts'
import { testRoom } from '../../shared/testing/testRoom.ts'
import { smallTown } from '../../shared/testing/townFile.ts'
import { skillsFor } from './needs.ts'
import { rankForce } from './rankForce.ts'
import { recommender } from './recommender.ts'
import { roadNet } from './roadNet.ts'
import type { Fix } from './standing.ts'
import { wantedForces } from './wantedForces.ts'

const minute = 60_000
const town = smallTown()
const net = roadNet(town)
const crossing: Point = [120.105, 30.303]
/** So many metres west of the crossing, on the road. */
const west = (metres: number): Point => [120.105 - metres / 96_005, 30.303]

const noise = { place: { point: crossing, grid: GridId.parse('G1') } } satisfies ReportWish

const advise = (
  story: Pick<BoardBuilder, 'board' | 'now'>,
  incident: IncidentId,
  fixes: Readonly<Record<string, Fix>> = {},
): Recommendation => {
  const { recommend } = recommender({ town, taxonomy: aTaxonomy, net, positionOf: (unit) => fixes[unit] })
  const about = incidentOf(story.board(), incident)
  if (!about) throw new Error(`${incident} is not on the board`)
  return recommend(about, story.board(), story.now())
}

const forceOf = (advice: Recommendation, force = 'grid'): ForceAdvice => {
  const found = advice.forces.find((one) => one.force === force)
  if (!found) throw new Error(`${force} is not wanted`)
  return found
}
const order = (advice: Recommendation, force = 'grid') => forceOf(advice, force).candidates.map((one) => one.unit)
const whyNot = (advice: Recommendation, unit: string, force = 'grid') =>
  forceOf(advice, force).excluded.find((one) => one.unit === unit)?.why
const names = (advice: Recommendation) => advice.forces.map((one) => [one.force, one.lead, one.wanted])

const withUnits = (...wishes: readonly UnitWish[]) =>
  boardBuilder().units(...wishes.map((wish) => ({ grids: [GridId.parse('G1')], ...wish })))
const three = () => withUnits({ id: 'W1', home: west(100) }, { id: 'W2', home: west(250) }, { id: 'W3', home: west(400) })
const send = (story: BoardBuilder, incident: IncidentId, unit: string) => {
  story.send(incident, UnitId.parse(unit))
  const count = incidentOf(story.board(), incident)?.assignments.length
  return { incident, assignment: AssignmentId.parse(`${incident}/${count}`) }
}

describe('which forces', () => {
  test('[R6] the kind’s force leads; supports go at once only where life is at risk', () => {
    const story = three()
    expect(names(advise(story, story.report()))).toEqual([['grid', true, 1]])
    expect(names(advise(story, story.report({ assessment: { kind: 'C30' } })))).toEqual([
      ['emergency', true, 2],
      ['utility', false, 1],
      ['police', false, 2],
    ])
  })

  test('[R7] police are added wherever they are needed; joint is police leading with the grid', () => {
    const story = three()
    expect(names(advise(story, story.report({ assessment: { policeNeeded: true } })))).toEqual([
      ['grid', true, 1],
      ['police', false, 1],
    ])
    expect(names(advise(story, story.report({ assessment: { kind: 'C47' } }))).map(([force, lead]) => [force, lead])).toEqual([
      ['police', true],
      ['grid', false],
    ])
  })

  test('[R8] an enquiry sends nobody, unless police are needed', () => {
    const story = three()
    expect(names(advise(story, story.report({ assessment: { kind: 'E01' } })))).toEqual([])
    expect(names(advise(story, story.report({ assessment: { kind: 'E01', policeNeeded: true } })))).toEqual([['police', true, 1]])
  })

  test('[R9] a force that gave it back is replaced by those behind it; police who must come are not', () => {
    const story = withUnits({ id: 'W1' }, { id: 'M1', force: 'mediator' }, { id: 'P1', force: 'police' }, { id: 'P2', force: 'police' })
    const incident = story.report()
    story.say({ type: 'unit.return', ...send(story, incident, 'W1'), reason: '不归我' })
    const advice = advise(story, incident)
    expect(names(advice).slice(0, 1)).toEqual([['mediator', true, 1]])
    expect(whyNot(advice, 'W1')).toEqual({ reason: 'returned-it' })
    const theft = story.report({ assessment: { kind: 'P02' } })
    story.say({ type: 'unit.return', ...send(story, theft, 'P1'), reason: '换班' })
    expect(order(advise(story, theft), 'police')).toEqual(['P2'])
    expect(whyNot(advise(story, theft), 'P1', 'police')).toEqual({ reason: 'returned-it' })
  })
})

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

describe('whatever the room looks like', () => {
  const storyOf = (storm: Parameters<typeof commandOf>[1][]) => {
    const room = testRoom(14)
    for (const gust of storm) {
      room.setNow(room.now() + gust.waitMs)
      room.ask(commandOf(room.board(), gust))
    }
    return room
  }
  const fixesOf = (board: Board, now: number, ages: readonly (number | null)[]) =>
    Object.fromEntries(
      [...values(board.units)].flatMap((unit, i) => {
        const age = ages[i % Math.max(1, ages.length)]
        return age === null || age === undefined ? [] : [[unit.id, { point: west(20 * i), at: now - age }] as const]
      }),
    )
  const ages = fc.array(fc.option(fc.nat(20 * minute)), { maxLength: 14 })

  test('[R19] every unit of a wanted force is a candidate or excluded with its reason, never both; nobody committed or in danger is proposed', () => {
    fc.assert(
      fc.property(gusts(10 * minute, 60), ages, (storm, some) => {
        const room = storyOf([...storm])
        const board = room.board()
        const fixes = fixesOf(board, room.now(), some)
        for (const incident of values(board.incidents)) {
          for (const { force } of wantedForces(incident, aTaxonomy)) {
            const units = [...values(board.units)].filter((unit) => unit.definition.force === force)
            const { candidates, excluded } = rankForce(units, {
              incident,
              board,
              now: room.now(),
              grids: new Set(),
              needs: skillsFor(incident.kind, force),
              isPlaceKnown: true,
              positionOf: (unit) => fixes[unit],
              travel: () => ({ travelMs: 0, distanceM: 0 }),
            })
            expect([...candidates, ...excluded].map((one) => one.unit).sort()).toEqual(units.map((unit) => unit.id).sort())
            const busy = new Set(units.filter((unit) => unit.task || unit.sos).map((unit) => unit.id))
            expect(candidates.filter((one) => busy.has(one.unit))).toEqual([])
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  test('[R20] the same facts give the same order, in whatever order units were enrolled', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 12 }, (_, i) => i + 1),
          { minLength: 12 },
        ),
        (numbers) => {
          const wish = (n: number): UnitWish => ({ id: `W${n}`, home: west(100 * (n % 3)) })
          const [one, other] = [withUnits(...numbers.map(wish)), withUnits(...[...numbers].sort((a, b) => a - b).map(wish))]
          expect(advise(one, one.report(noise)).forces).toEqual(advise(other, other.report(noise)).forces)
        },
      ),
      { numRuns: 20 },
    )
  })
})
