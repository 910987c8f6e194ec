import type { Answer } from '../../shared/domain/refusal.ts'
import { decide } from '../../shared/domain/decide/decide.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import { liWei, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aRoom, type TestRoom } from './aRoom.tsx'
import type { Answers } from './fakeFeed.ts'

/** A room whose commands are decided by the real rules on the builder's board, and whose events come back over the feed. */
export const aServedRoom = (town: BoardBuilder, answers: Answers = {}): TestRoom => {
  const by = liWei
  const room: TestRoom = aRoom(town.board(), town.now(), {
    answers: {
      'command:do': ({ command }): Answer => {
        const ruling = decide(
          { board: town.board(), now: town.now(), by, taxonomy: aTaxonomy, departments: ['区应急管理局', '区城管局'] },
          command,
        )
        if (!ruling.ok) return ruling
        room.feed.tell.onEvents(town.say(command, by))
        return { ok: true, position: town.board().position }
      },
      ...answers,
    },
  })
  return room
}
