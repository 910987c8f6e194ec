import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import type { UnitWish } from '../../shared/testing/aUnit.ts'
import { commandOf, gusts } from '../../shared/testing/storm.ts'
import { testRoom } from '../../shared/testing/testRoom.ts'
import { skillsFor } from './needs.ts'
import { rankForce } from './rankForce.ts'
import { advise, minute, noise, west, withUnits } from './testing/advise.ts'
import { wantedForces } from './wantedForces.ts'

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
