import { roomInProcess, type RoomInProcess } from './roomInProcess.ts'
import { test } from './roomTest.ts'

/** For what takes minutes in a real room: no time passes in this one but what the test lets pass. */
export const handTest = test.extend<{ readonly hand: RoomInProcess }>({
  hand: async ({}, use) => {
    const hand = await roomInProcess()
    await use(hand)
    await hand.close()
  },
  address: async ({ hand }, use) => use(hand.address),
})
