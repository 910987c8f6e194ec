import { setTimeout as after } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Messages with positions that reach a page's socket. */
export const countPositions = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  let heard = 0
  session.on('Network.webSocketFrameReceived', ({ response: { payloadData } }) => {
    if (payloadData.includes('positions:moved')) heard += 1
  })
  await session.send('Network.enable')
  return {
    over: async (seconds: number): Promise<number> => {
      const before = heard
      await after(seconds * 1_000)
      return heard - before
    },
  }
}
