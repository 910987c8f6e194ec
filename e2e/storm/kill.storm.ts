import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { emptyBoard, type Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { maskEvent } from '../../shared/domain/room/masked.ts'
import { verifyFile } from '../../server/journal/backup.ts'
import { consoleClient } from '../testing/consoleClient.ts'
import { eventsIn } from '../testing/journalFile.ts'
import { outsideOf } from '../testing/outside.ts'
import { exampleTown } from '../testing/roomInProcess.ts'
import { startRoom } from '../testing/runningRoom.ts'
import { seeded } from '../testing/seeded.ts'
import { sentIdOf } from '../testing/sentIdOf.ts'

const kills = Number(process.env['STORM_KILLS'] ?? 15)
const seed = 20_261_122
const isBuilt = existsSync(join(import.meta.dirname, '../../dist/server/main.js'))
if (!isBuilt) console.warn('dist/server/main.js is missing: the kill storm runs on the built server; run `npm run build` first')

/** How often each thing that was sent is in the journal: reports by their outside number, wishes by their id. */
const timesIn = (events: readonly RecordedEvent[]) => {
  const times = new Map<string, number>()
  for (const { event, commandId } of events) {
    const key = event.type === 'incident.reported' ? (event.report.outsideId ?? '') : sentIdOf(commandId)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return times
}

test.skipIf(!isBuilt)(
  `[W22] killed ${kills} times at any moment, the server has kept what it acknowledged, and nothing twice (seed ${seed})`,
  { timeout: 480_000 },
  async () => {
    const room = await startRoom()
    try {
      const outside = outsideOf(room.address)
      const chance = seeded(seed)
      const token = await outside.tokenFor('110')
      const cookies = await Promise.all(['operator1', 'dispatcher1'].map(outside.signIn))
      const connect = (cookie: string) =>
        io(room.address(), {
          auth: { protocol: protocolVersion },
          transports: ['websocket'],
          forceNew: true,
          reconnectionDelay: 50,
          reconnectionDelayMax: 100,
          extraHeaders: { cookie },
        })
      const consoles = cookies.map((cookie) => consoleClient(exampleTown, () => connect(cookie)))
      const acknowledged = new Set<string>()
      /** Sent, and nobody answered: it may be done or not, and is sent again in the next life. */
      let unanswered: (() => Promise<void>)[] = []
      let sent = 0

      const push = (number: string) => async (): Promise<void> => {
        const form = { jjdbh: number, bjsj: '2026-11-22 20:14:05', bjnr: `楼下有人打架 ${number}` }
        try {
          const { status } = await outside.ask('POST', '/api/intake/110', form, { authorization: `Bearer ${token}` })
          if (status === 201 || status === 200) acknowledged.add(number)
          else if (status === 429 || status === 503) unanswered.push(push(number))
          else throw new TypeError(`intake answered ${status}`)
        } catch (error) {
          if (error instanceof TypeError && error.message.startsWith('intake')) throw error
          unanswered.push(push(number))
        }
      }
      const say = (which: number, id: string) => async (): Promise<void> => {
        try {
          const answer = await consoles[which]?.ask(id, { type: 'shift.log', text: id }, 0)
          if (answer?.ok) acknowledged.add(id)
          else unanswered.push(say(which, id))
        } catch {
          unanswered.push(say(which, id))
        }
      }

      for (let life = 1; life <= kills; life++) {
        const again = unanswered
        unanswered = []
        let isAlive = true
        const writer = async (next: () => () => Promise<void>, pauseMs: number) => {
          while (isAlive) {
            await next()()
            await after(pauseMs)
          }
        }
        const writers = [
          ...again.map((work) => work()),
          ...[0, 1].map((which) => writer(() => say(which, `kill-${life}-${which}-${++sent}`), 3)),
          ...[0, 1, 2].map(() => writer(() => push(`D${life}-${++sent}`), 30)),
        ]
        const enough = acknowledged.size + 1 + chance.below(25)
        const until = Date.now() + 6_000
        while (acknowledged.size < enough && Date.now() < until) await after(2)
        await after(chance.below(20))
        await room.kill()
        isAlive = false
        await Promise.all(writers)
        await room.start()
        const times = timesIn(await eventsIn(room.data))
        expect([...acknowledged].filter((one) => times.get(one) !== 1)).toEqual([])
      }

      for (let tries = 0; unanswered.length > 0 && tries < 20; tries++) {
        const again = unanswered
        unanswered = []
        await Promise.all(again.map((work) => work()))
        await after(100)
      }
      expect(unanswered).toHaveLength(0)
      const times = timesIn(await eventsIn(room.data))
      expect([...acknowledged].filter((one) => times.get(one) !== 1)).toEqual([])
      expect(acknowledged.size).toBe(sent)
      const verdict = await verifyFile(join(room.data, 'journal.db'), () => undefined)
      expect(verdict.faults).toEqual([])
      // The room's clocks go on telling limits, so the journal is read again until the consoles stand where it does.
      let events: readonly RecordedEvent[] = []
      let boards: readonly Board[] = []
      await expect
        .poll(
          async () => {
            events = await eventsIn(room.data)
            boards = consoles.map((client) => client.board())
            return boards.every(({ position }) => position === events.length)
          },
          { timeout: 30_000 },
        )
        .toBe(true)
      const seen = foldBoard(emptyBoard(exampleTown), events.map(maskEvent))
      for (const board of boards) expect(board).toEqual(JSON.parse(JSON.stringify(seen)))
      console.log(
        `killed ${kills} times: ${sent} sent, ${events.length} events, consoles caught up ${consoles.map(({ counts }) => counts.boards).join('+')} times with a board`,
      )
      expect(sent).toBeGreaterThan(kills * 3)
      for (const client of consoles) client.close()
    } finally {
      await room.close()
    }
  },
)
