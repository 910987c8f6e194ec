import { join } from 'node:path'
import type { Position } from '../../../shared/contracts/positions.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Command } from '../../../shared/domain/command.ts'
import type { DomainEvent, RecordedEvent } from '../../../shared/domain/event.ts'
import { AccountId, CommandId } from '../../../shared/domain/ids.ts'
import type { Answer } from '../../../shared/domain/refusal.ts'
import { demoTown } from '../../composition/demoTown.ts'
import { openTown } from '../../composition/openTown.ts'
import { readTownFiles } from '../../composition/townFiles.ts'
import { openKnex } from '../../journal/database.ts'
import { memoryJournal } from '../../journal/memoryJournal.ts'
import { fakeTime } from './fakeTime.ts'

export const resources = join(import.meta.dirname, '../../../resources')

/** 2026-03-02 15:00 in China, a Monday. */
export const anAfternoon = Date.UTC(2026, 2, 2, 7)

/** A real person at a console. */
export const shenJia: Actor & { kind: 'person' } = { kind: 'person', id: AccountId.parse('operator1'), name: '沈佳', role: 'operator' }

export type Said = { readonly command: Command; readonly by: Actor; readonly answer: Answer; readonly at: number }

/** The example town's real room on a journal in memory and a clock moved by hand, with the played life in it. */
export const livedRoom = async ({ speed = 10, seed = 135, at = anAfternoon } = {}) => {
  const clock = fakeTime(at)
  const { time } = clock
  const files = await readTownFiles(resources, null)
  const journal = memoryJournal<DomainEvent>()
  const knex = openKnex(':memory:')
  const troubles: unknown[] = []
  const onTrouble = (error: unknown) => void troubles.push(error)
  const models = join(import.meta.dirname, 'no-models')
  const runTraining = () => {
    throw new Error('nobody teaches here')
  }
  const room = await openTown({ ...files, resources, models, runTraining, journal, knex, time, onTrouble })
  await room.begin()
  const fixes: Position[] = []
  const doubts: string[] = []
  const said: Said[] = []
  const events: RecordedEvent[] = []
  room.desk.onKept((kept) => void events.push(...kept))
  const timersOfRoom = clock.waiting()

  const watched: typeof room = {
    ...room,
    desk: {
      ...room.desk,
      do: async (command, asking) => {
        const done = await room.desk.do(command, asking)
        said.push({ command, by: asking.by, answer: done.answer, at: time.now() })
        return done
      },
    },
    positions: {
      ...room.positions,
      take: (fix) => {
        const taken = room.positions.take(fix)
        fixes.push(fix)
        if (!taken.ok) doubts.push(taken.doubt)
        return taken
      },
    },
  }
  let count = 0
  const live = () => demoTown({ room: watched, resources, time, speed, seed, onTrouble })
  return {
    room,
    journal,
    town: files.town,
    time,
    pass: clock.pass,
    waiting: clock.waiting,
    timersOfRoom,
    fixes,
    doubts,
    said,
    events,
    troubles,
    live,
    say: async (command: Command, by: Actor, origin = 'console') =>
      (await room.desk.do(command, { id: CommandId.parse(`by-hand-${++count}`), by, origin })).answer,
    close: async () => {
      await room.close()
      await knex.destroy()
    },
  }
}

export type LivedRoom = Awaited<ReturnType<typeof livedRoom>>
