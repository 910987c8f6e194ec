import { join } from 'node:path'
import { startDemo, type Demo } from '../demo/demo.ts'
import { readStories } from '../demo/readStories.ts'
import { roadNet } from '../route/roadNet.ts'
import { wayFinder } from '../route/wayOver.ts'
import type { OpenTown } from './openTown.ts'
import type { Time } from './systemTime.ts'
import { BadFile } from './townFiles.ts'

type Needs = {
  readonly room: OpenTown
  readonly resources: string
  readonly time: Time
  readonly speed: number
  readonly seed: number
  readonly onTrouble: (error: unknown, what: string) => void
}

/** Played reports and units have no business in a room that works: throws, with words, on every other town. */
export const refuseDemoElsewhere = (isExample: boolean): void => {
  if (isExample) return
  throw new BadFile(
    '--demo 只用于示例镇街：模拟的报警和力量不得进入真实的指挥室 / --demo is for the example town only: simulated reports and units must not enter a real room',
  )
}

/** Lets the example town live in its room. */
export const demoTown = async ({ room, resources, time, speed, seed, onTrouble }: Needs): Promise<Demo> => {
  refuseDemoElsewhere(room.isExample)
  const { town, taxonomy, desk, positions } = room
  return startDemo({
    town,
    taxonomy,
    stories: await readStories(join(resources, 'narratives')),
    board: desk.board,
    onKept: (listener) => desk.onKept((events) => listener(events)),
    do: async (command, saying) => (await desk.do(command, saying)).answer,
    bring: (report, saying) => room.bring(report, { ...saying, mayBeOld: false }),
    recommend: room.recommendFor,
    fix: (unit, point, accuracyM) => void positions.take({ unit, point, accuracyM, at: time.now() }),
    fixedAt: (unit) => positions.positionOf(unit)?.at,
    way: wayFinder(roadNet(town), town.roads),
    now: time.now,
    setTimer: time.setTimer,
    speed,
    seed,
    onTrouble: (error) => onTrouble(error, 'demo'),
  })
}
