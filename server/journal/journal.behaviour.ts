import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TownId } from '../../shared/domain/ids.ts'
import type { Journal, NewEvent } from './journal.ts'
import { happened, type Happened } from './testing/happened.ts'

const siji = TownId.parse('siji')
const jiubao = TownId.parse('jiubao')

/** Every rule that any journal keeps, whatever it is written on. */
export const journalBehaviour = (name: string, open: () => Promise<Journal<Happened>>) =>
  describe(name, () => {
    let journal: Journal<Happened>
    beforeEach(async () => {
      journal = await open()
    })
    afterEach(() => journal.close())

    const whats = async (town = siji) => (await journal.read(town, 0, 10_000)).map(({ event }) => event.what)

    test('[J1] events come back as they went in, in order, with positions 1, 2, 3 …', async () => {
      const late = { ...happened('a'), doneAt: 1_699_999_999_000 }
      expect(await journal.append(siji, 0, [late, happened('b')])).toEqual({ ok: true, position: 2 })
      const [first, second] = await journal.read(siji, 0, 10)
      const { subject, ...kept } = late
      expect(subject).toBe('E-1')
      expect(first).toEqual({ ...kept, town: siji, position: 1 })
      expect(second).toMatchObject({ position: 2, event: { type: 'happened', what: 'b' } })
      expect(second).not.toHaveProperty('doneAt')
      expect(await journal.read(siji, 1, 10)).toEqual([second])
      expect(await journal.read(siji, 0, 1)).toEqual([first])
    })

    test('[J2] an append at another position than the town stands at is refused and writes nothing', async () => {
      await journal.append(siji, 0, [happened('a')])
      expect(await journal.append(siji, 0, [happened('b')])).toEqual({ ok: false, reason: 'position-conflict', position: 1 })
      expect(await journal.append(siji, 2, [happened('c')])).toEqual({ ok: false, reason: 'position-conflict', position: 1 })
      expect(await whats()).toEqual(['a'])
    })

    test('[J2] an append of nothing says whether the town stands where it is thought to', async () => {
      expect(await journal.append(siji, 0, [])).toEqual({ ok: true, position: 0 })
      expect(await journal.append(siji, 3, [])).toEqual({ ok: false, reason: 'position-conflict', position: 0 })
      expect(await journal.towns()).toEqual([])
    })

    test('[J3] appends may be sent without waiting, and a conflict takes along those that counted on it', async () => {
      const answers = await Promise.all([
        journal.append(siji, 0, [happened('a'), happened('a')]),
        journal.append(siji, 2, [happened('b')]),
        journal.append(siji, 2, [happened('rival')]),
        journal.append(siji, 4, [happened('behind-the-rival')]),
        journal.append(siji, 3, [happened('c')]),
      ])
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, false, true])
      expect(await whats()).toEqual(['a', 'a', 'b', 'c'])
    })

    test('[J4] a town does not wait for another, nor count with it', async () => {
      await Promise.all([journal.append(siji, 0, [happened('s')]), journal.append(jiubao, 0, [happened('j')])])
      expect(await journal.append(siji, 5, [happened('x')])).toMatchObject({ ok: false })
      expect(await journal.append(jiubao, 1, [happened('k')])).toEqual({ ok: true, position: 2 })
      expect(await journal.towns()).toEqual([jiubao, siji])
      expect([await journal.position(siji), await journal.position(jiubao)]).toEqual([1, 2])
      expect([await whats(siji), await whats(jiubao)]).toEqual([['s'], ['j', 'k']])
    })

    test('[J5] a command is found by its id at its last event, in its own town only', async () => {
      await journal.append(siji, 0, [happened('one'), happened('one'), happened('two')])
      await journal.append(siji, 3, [happened('three'), happened('three')])
      expect(await journal.commandAt(siji, happened('one').commandId)).toBe(2)
      expect(await journal.commandAt(siji, happened('two').commandId)).toBe(3)
      expect(await journal.commandAt(siji, happened('three').commandId)).toBe(5)
      expect(await journal.commandAt(siji, happened('four').commandId)).toBeNull()
      expect(await journal.commandAt(jiubao, happened('one').commandId)).toBeNull()
    })

    test('[J6] the history of an incident is all events about it, oldest first; limited, the newest', async () => {
      await journal.append(siji, 0, [
        happened('a', 1, 'E-1'),
        happened('b', 2, 'E-2'),
        happened('c', 3, null),
        happened('d', 4, 'E-1'),
        happened('e', 5, 'E-1'),
      ])
      const about = async (subject: string, limit?: number) => (await journal.history(siji, subject, limit)).map(({ position }) => position)
      expect(await about('E-1')).toEqual([1, 4, 5])
      expect(await about('E-1', 2)).toEqual([4, 5])
      expect(await about('E-2')).toEqual([2])
      expect(await about('E-9')).toEqual([])
      expect(await journal.history(jiubao, 'E-1')).toEqual([])
    })

    test('[J7] the newest snapshot comes back as it was saved, but never one ahead of the journal', async () => {
      expect(await journal.latestSnapshot(siji)).toBeNull()
      await journal.append(siji, 0, [happened('a'), happened('b')])
      await journal.saveSnapshot(siji, { position: 2, hash: 'mark', body: '{"台":"四季青"}' })
      await journal.saveSnapshot(siji, { position: 1, hash: 'older', body: '{}' })
      expect(await journal.latestSnapshot(siji)).toEqual({ position: 2, hash: 'mark', body: '{"台":"四季青"}' })
      await journal.saveSnapshot(jiubao, { position: 7, hash: 'ahead', body: '{}' })
      expect(await journal.latestSnapshot(jiubao)).toBeNull()
    })

    test('[J8] a closed journal rejects in plain words', async () => {
      await journal.close()
      await expect(journal.append(siji, 0, [happened('a')])).rejects.toMatchObject({ name: 'JournalUnavailable', trouble: 'closed' })
      await expect(journal.read(siji, 0, 1)).rejects.toMatchObject({ trouble: 'closed' })
    })

    test('[J1] whatever is JSON survives, to the last character', async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), fc.string({ unit: 'binary' }), async (what, origin) => {
          const at = await journal.position(siji)
          await journal.append(siji, at, [{ ...happened('json', what), origin }])
          const [back] = await journal.read(siji, at, 1)
          expect(back?.event.what).toEqual(JSON.parse(JSON.stringify(what)))
          expect(back?.origin).toBe(origin)
        }),
        { numRuns: 60 },
      )
    })

    test('[J9] rivals who all try at once leave one gapless order, each append whole', async () => {
      const rivals = fc.array(fc.record({ town: fc.constantFrom(siji, jiubao), events: fc.integer({ min: 1, max: 4 }) }), { maxLength: 30 })
      let round = 0
      const insist = async (town: TownId, events: readonly NewEvent<Happened>[], from: number): Promise<number> => {
        const answer = await journal.append(town, from, events)
        return answer.ok ? answer.position : insist(town, events, answer.position)
      }
      await fc.assert(
        fc.asyncProperty(rivals, async (wishes) => {
          round += 1
          const starts = new Map([
            [siji, await journal.position(siji)],
            [jiubao, await journal.position(jiubao)],
          ])
          const ends = await Promise.all(
            wishes.map(({ town, events }, rival) => {
              const mine = Array.from({ length: events }, (_, step) => happened(`${round}-${rival}`, { rival, step }))
              return insist(town, mine, starts.get(town) ?? 0)
            }),
          )
          for (const town of [siji, jiubao]) {
            const from = starts.get(town) ?? 0
            const added = await journal.read(town, from, 1_000)
            expect(added.map(({ position }) => position)).toEqual(added.map((_, index) => from + index + 1))
            const rightOrder = wishes
              .map((wish, rival) => ({ ...wish, rival, end: ends[rival] ?? 0 }))
              .filter((wish) => wish.town === town)
              .sort((one, other) => one.end - other.end)
              .flatMap(({ events, rival }) => Array.from({ length: events }, (_, step) => ({ rival, step })))
            expect(added.map(({ event }) => event.what)).toEqual(rightOrder)
          }
        }),
        { numRuns: 25 },
      )
    })
  })
