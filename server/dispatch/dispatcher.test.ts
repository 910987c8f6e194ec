import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/command.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import { aDesk, asking, enroll, freshId, heldDisk, note } from './testing/aDesk.ts'

const cannotKeep = { ok: false, refusal: { reason: 'cannot-keep' } }
const full = new Error('disk full')

describe('a command sent twice', () => {
  test('[W1] while it is under way it is done once and answered twice alike', async () => {
    const { desk, events } = aDesk()
    const same = asking()
    const [first, second] = await Promise.all([desk.do(note('a'), same), desk.do(note('a'), same)])
    expect(first.answer).toEqual({ ok: true, position: 1 })
    expect(second).toEqual(first)
    expect(await events()).toHaveLength(1)
  })

  test('[W1] after it was answered it is answered again, and done once', async () => {
    const { desk, events } = aDesk()
    const same = asking()
    const { answer } = await desk.do(note('a'), same)
    await desk.do(note('b'), asking())
    expect((await desk.do(note('a'), same)).answer).toEqual(answer)
    expect(await events()).toHaveLength(2)
  })

  test('[W1] an old one is looked for in the journal of an earlier run', async () => {
    const { desk, journal, events } = aDesk()
    const old = asking()
    await desk.do(note('a'), old)
    const restarted = aDesk((keep) => ({
      ...keep,
      append: () => Promise.reject(new Error('must not be written again')),
      commandAt: (id) => journal.commandAt(desk.board().town, id),
    }))
    expect((await restarted.desk.do(note('a'), { ...old, mayBeOld: true })).answer).toEqual({ ok: true, position: 1 })
    expect(await events()).toHaveLength(1)
  })

  test('[W1] an old one that cannot be looked for is not done a second time on a guess', async () => {
    const { desk, events } = aDesk((keep) => ({ ...keep, commandAt: () => Promise.reject(full) }))
    expect((await desk.do(note('a'), { ...asking(), mayBeOld: true })).answer).toEqual(cannotKeep)
    expect(await events()).toEqual([])
  })

  test('[W1] a refused wish is forgotten: the same id may succeed when it has become lawful', async () => {
    const { desk } = aDesk()
    const same = asking()
    const raise: Command = { type: 'sos.raise', unit: 'W1' as UnitId, point: null }
    expect((await desk.do(raise, same)).answer).toMatchObject({ ok: false, refusal: { reason: 'unknown-unit' } })
    await desk.do(enroll, asking())
    expect((await desk.do(raise, same)).answer).toMatchObject({ ok: true })
  })
})

describe('a journal that fails', () => {
  test('[W2] the asker is told, and the board goes back to what was kept', async () => {
    const { held, around } = heldDisk()
    const { desk, events, troubles } = aDesk(around)
    const done = desk.do(note('a'), asking())
    expect(desk.board().shiftLog).toHaveLength(1)
    held[0]?.fail(full)
    expect((await done).answer).toEqual(cannotKeep)
    expect(desk.board()).toBe(desk.kept())
    expect(desk.board().shiftLog).toEqual([])
    expect(desk.canKeep()).toBe(false)
    expect(troubles).toEqual([full])
    expect(await events()).toEqual([])
  })

  test('[W2] the same id may be sent again and is then done', async () => {
    const { held, around } = heldDisk()
    const { desk, events } = aDesk(around)
    const same = asking()
    const first = desk.do(note('a'), same)
    held[0]?.fail(full)
    await first
    const second = desk.do(note('a'), same)
    held[1]?.pass()
    expect((await second).answer).toEqual({ ok: true, position: 1 })
    expect(desk.canKeep()).toBe(true)
    expect(await events()).toHaveLength(1)
  })

  test('[W2] what was decided on top of a failed command fails with it; what comes after goes through at once', async () => {
    const { held, around } = heldDisk()
    const { desk, told } = aDesk(around)
    const [a, b] = [desk.do(note('a'), asking()), desk.do(note('b'), asking())]
    held[0]?.fail(full)
    await a
    const c = desk.do(note('c'), asking())
    expect(held.map(({ expected }) => expected)).toEqual([0, 1, 0])
    held[1]?.refuse()
    held[2]?.pass()
    expect((await b).answer).toEqual(cannotKeep)
    expect((await c).answer).toEqual({ ok: true, position: 1 })
    const d = desk.do(note('d'), asking())
    expect(held[3]?.expected).toBe(1)
    held[3]?.pass()
    expect((await d).answer).toEqual({ ok: true, position: 2 })
    expect(desk.board()).toEqual(await told())
  })

  test('[W2] "it is so already" is not said before that what is so is on the disk', async () => {
    const { held, around } = heldDisk()
    const { desk } = aDesk(around)
    const [first, again] = [desk.do(enroll, asking()), desk.do(enroll, asking())]
    let isAnswered = false
    void again.then(() => (isAnswered = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(isAnswered).toBe(false)
    held[0]?.fail(full)
    expect((await first).answer).toEqual(cannotKeep)
    await new Promise((resolve) => setImmediate(resolve))
    held[1]?.pass()
    expect((await again).answer).toEqual({ ok: true, position: 2 })
  })

  test('[W2] a command refused by a full waiting room does not take those before it along', async () => {
    const { held, around } = heldDisk()
    const { desk } = aDesk(around)
    const [a, b] = [desk.do(note('a'), asking()), desk.do(note('b'), asking())]
    held[1]?.refuse()
    await b
    const c = desk.do(note('c'), asking())
    expect(held[2]?.expected).toBe(1)
    held[0]?.pass()
    expect((await a).answer).toEqual({ ok: true, position: 1 })
    held[2]?.pass()
    expect((await c).answer).toEqual({ ok: true, position: 2 })
  })

  test('[W2] however appends fail, the kept board is the journal, nothing is half done, and the desk goes on', async () => {
    const outcome = fc.constantFrom('pass', 'pass', 'pass', 'fail', 'refuse')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(outcome, fc.integer({ min: 1, max: 4 })), { maxLength: 40 }), async (script) => {
        const disk = heldDisk()
        const { desk, told, events } = aDesk(disk.around)
        const acknowledged: string[] = []
        const waiting: Promise<unknown>[] = []
        let asked = 0
        for (const [what, more] of script) {
          for (let i = 0; i < more; i++) {
            const id = freshId()
            waiting.push(desk.do(note(`${++asked}`), asking(id)).then(({ answer }) => void (answer.ok && acknowledged.push(id))))
          }
          disk.held.shift()?.[what](full)
          await new Promise((resolve) => setImmediate(resolve))
        }
        // A held disk does not judge positions by itself when it passes late: the journal behind it does.
        while (disk.held.length > 0) {
          disk.held.shift()?.pass()
          await new Promise((resolve) => setImmediate(resolve))
        }
        await Promise.all(waiting)
        expect(desk.kept()).toEqual(await told())
        expect(desk.board()).toEqual(desk.kept())
        expect((await events()).map(({ commandId }) => commandId).sort()).toEqual([...acknowledged].sort())
        const last = desk.do(note('last'), asking())
        disk.held.shift()?.pass()
        expect((await last).answer).toMatchObject({ ok: true })
      }),
      { numRuns: 150 },
    )
  })
})

describe('those who are told', () => {
  test('[W3] hear of events once they are durable, in order, with the board after them', async () => {
    const { held, around } = heldDisk()
    const { desk } = aDesk(around)
    const heard: (readonly [number, number])[] = []
    desk.onKept((events, board) => heard.push([events[0]?.position ?? 0, board.position]))
    const all = [desk.do(note('a'), asking()), desk.do(enroll, asking()), desk.do(note('c'), asking())]
    expect(heard).toEqual([])
    for (const one of held) one.pass()
    await Promise.all(all)
    expect(heard).toEqual([
      [1, 1],
      [2, 3],
      [4, 4],
    ])
  })

  test('[W3] one that stumbles changes no answer and keeps nobody else from hearing', async () => {
    const { desk, troubles } = aDesk()
    const heard: number[] = []
    desk.onKept(() => {
      throw new Error('stumbled')
    })
    desk.onKept((events) => heard.push(events.length))
    expect((await desk.do(note('a'), asking())).answer).toEqual({ ok: true, position: 1 })
    expect(heard).toEqual([1])
    expect(troubles).toHaveLength(1)
  })

  test('[W3] a wish that breaks the rules themselves is answered, and the desk goes on', async () => {
    const { desk, troubles } = aDesk()
    const broken = { type: 'units.enroll', definitions: null } as unknown as Command
    expect((await desk.do(broken, asking())).answer).toEqual(cannotKeep)
    expect(troubles).toHaveLength(1)
    expect((await desk.do(note('a'), asking())).answer).toEqual({ ok: true, position: 1 })
    await desk.idle()
  })

  test('[W3] who left is told no more', async () => {
    const { desk } = aDesk()
    let heard = 0
    const leave = desk.onKept(() => void (heard += 1))
    await desk.do(note('a'), asking())
    leave()
    await desk.do(note('b'), asking())
    expect(heard).toBe(1)
  })
})

test('[W4] a clock set back does not turn the journal round: no event is before the one it follows', async () => {
  const { desk, events, setNow } = aDesk()
  const start = Date.UTC(2026, 2, 2, 1)
  for (const offset of [0, 5_000, -3_600_000, -3_500_000, 6_000]) {
    setNow(start + offset)
    await desk.do(note(`${offset}`), asking())
  }
  expect((await events()).map(({ at }) => at - start)).toEqual([0, 5_000, 5_000, 5_000, 6_000])
})
