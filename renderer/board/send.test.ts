import { expect, test, vi } from 'vitest'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { NoAnswer } from '../feed/feed.ts'
import { aRoom } from '../testing/aRoom.tsx'
import { newCommandId, sendCommand } from './send.ts'

test('[C15] ids are made also where the page came over plain HTTP, which has no `randomUUID`', () => {
  const system = crypto
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => system.getRandomValues(bytes) })
  const ids = new Set(Array.from({ length: 100 }, newCommandId))
  vi.unstubAllGlobals()
  expect(ids.size).toBe(100)
})

test('[C15] what nobody answers is tried again with the same id, then left to the person', async () => {
  const town = boardBuilder()
  const incident = town.report()
  const ids = new Set<string>()
  const answers = {
    'command:do': ({ id }: { id: string }) => {
      ids.add(id)
      throw new NoAnswer('command:do')
    },
  }
  const room = aRoom(town.board(), town.now(), { answers })
  expect(await sendCommand(room, { type: 'incident.take', incident })).toBeNull()
  expect(room.feed.heard).toHaveLength(3)
  expect(ids.size).toBe(1)
  const [notice] = room.store.getState().notices
  expect(notice).toMatchObject({ kind: 'unanswered', command: { type: 'incident.take', incident }, commandId: [...ids][0] })
})
