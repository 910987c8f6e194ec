import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noFilters, type QueueFilters } from '../../board/deskSlice.ts'
import { UnitId } from '../../../shared/domain/ids.ts'
import { aTaxonomy } from '../../../shared/testing/aTaxonomy.ts'
import { boardBuilder, liWei, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { queueRows } from './queueRows.ts'
import { scrollFor, windowOf, rowHeight } from './windowOf.ts'

const idsOf = (town: ReturnType<typeof boardBuilder>, filters: Partial<QueueFilters> = {}) =>
  queueRows(town.board(), { ...noFilters, ...filters }, aTaxonomy, liWei.id).map(({ incident }) => incident.id)

describe('the order of the queue', () => {
  test('[C6] waiting reports come first: the most urgent, then who has waited longest', () => {
    const town = boardBuilder()
    const noise = town.report()
    const quarrel = town.wait(1_000).report({ assessment: { kind: 'C10' } })
    const secondNoise = town.wait(1_000).report()
    const gas = town.wait(1_000).report({ assessment: { kind: 'C30' } })
    expect(idsOf(town)).toEqual([gas, quarrel, noise, secondNoise])
  })

  test('[C6] behind them the open incidents, by the nearest limit', () => {
    const town = boardBuilder().units({ id: 'W1' })
    const early = town.report()
    town.say({ type: 'incident.take', incident: early })
    const late = town.wait(30_000).report()
    town.say({ type: 'incident.take', incident: late })
    // Accepted: only the limit for being on scene still runs, which is farther away.
    town.send(early, UnitId.parse('W1'))
    town.say({ type: 'unit.accept', incident: early, assignment: `${early}/1` as never })
    const waiting = town.wait(1_000).report()
    expect(idsOf(town)).toEqual([waiting, late, early])
  })

  test('[C6] an ended incident leaves the queue, a reopened one is back', () => {
    const town = boardBuilder()
    const incident = town.report()
    town.say({ type: 'incident.close', incident, outcome: '已劝导', note: '' })
    expect(idsOf(town)).toEqual([])
    town.say({ type: 'incident.reopen', incident, reason: '又来电' })
    expect(idsOf(town)).toEqual([incident])
  })

  test('[C7] a possible duplicate stands under the first of its matter, and pulls it up when it is graver', () => {
    const town = boardBuilder()
    const first = town.report()
    town.say({ type: 'incident.take', incident: first })
    const other = town.wait(1_000).report({ assessment: { kind: 'C10' } })
    const again = town.wait(1_000).report({ assessment: { kind: 'C30' }, duplicates: [{ of: first, score: 0.9, reasons: ['same-place'] }] })
    expect(idsOf(town)).toEqual([first, again, other])
    const row = queueRows(town.board(), noFilters, aTaxonomy, liWei.id)[1]
    expect(row?.duplicate).toEqual({ of: first, score: 0.9 })
    town.say({ type: 'duplicate.dismiss', incident: again, of: first })
    expect(idsOf(town)).toEqual([again, other, first])
  })

  test('[C7] when the first became part of another, its duplicates stand under that one', () => {
    const town = boardBuilder()
    const main = town.report()
    const part = town.wait(1_000).report()
    const again = town.wait(1_000).report({ duplicates: [{ of: part, score: 0.8, reasons: [] }] })
    town.say({ type: 'incidents.merge', into: main, incidents: [part] })
    const rows = queueRows(town.board(), noFilters, aTaxonomy, liWei.id)
    expect(rows.map(({ incident, duplicate }) => [incident.id, duplicate?.of])).toEqual([
      [main, undefined],
      [again, main],
    ])
  })

  test('[C6] filters: mine, police or civil, force, words', () => {
    const town = boardBuilder()
    const noise = town.report({ text: '楼上装修太吵' })
    const theft = town.report({ assessment: { kind: 'P02' } })
    town.say({ type: 'incident.take', incident: noise }, liWei)
    town.say({ type: 'incident.take', incident: theft }, wangFang)
    expect(idsOf(town, { isMine: true })).toEqual([noise])
    expect(idsOf(town, { nature: 'police' })).toEqual([theft])
    expect(idsOf(town, { nature: 'civil' })).toEqual([noise])
    expect(idsOf(town, { force: 'police' })).toEqual([theft])
    expect(idsOf(town, { text: '装修' })).toEqual([noise])
    expect(idsOf(town, { text: '王芳' })).toEqual([theft])
    expect(idsOf(town, { isBreached: true })).toEqual([])
  })

  test('[C7] whatever repeats whatever, every open incident stands in the queue exactly once', () => {
    const links = fc.array(fc.array(fc.nat(12), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(links, (reports) => {
        const town = boardBuilder()
        const ids = reports.map(() => town.report())
        reports.forEach((likes) => {
          const duplicates = likes.flatMap((i) => (ids[i] ? [{ of: ids[i], score: 0.5, reasons: [] }] : []))
          town.wait(10).report({ duplicates: duplicates.slice(0, 5) })
        })
        const shown = idsOf(town)
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.length).toBe(reports.length * 2)
      }),
      { numRuns: 60 },
    )
  })
})

test('[C6] only the rows on screen are drawn, and the cursor stays on screen', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(200_000), fc.integer({ min: 100, max: 1_400 }), (count, scrollTop, height) => {
      const { from, to } = windowOf(scrollTop, height, count)
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 10)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(count)
      const top = scrollFor(count, scrollTop, height)
      expect(count * rowHeight).toBeGreaterThanOrEqual(top)
    }),
  )
})
