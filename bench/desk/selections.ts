import type { Page } from '@playwright/test'

type Counting = { posted: number }

/** Messages that these pages post to each other for each incident that is opened on the first of them. */
export const messagesPerSelection = async (
  pages: readonly Page[],
): Promise<{ readonly perSelection: number; readonly selections: number }> => {
  const [queue] = pages
  if (!queue) throw new Error('There is no page to select on.')
  for (const page of pages)
    await page.evaluate(() => {
      const counting = Object.assign(window, { posted: 0 }) as unknown as Counting
      const post = BroadcastChannel.prototype.postMessage
      BroadcastChannel.prototype.postMessage = function (message: unknown) {
        counting.posted += 1
        post.call(this, message)
      }
    })
  const rows = queue.locator('.xn-row-main')
  const selections = Math.min(10, await rows.count())
  for (let at = 0; at < selections; at += 1) {
    await rows.nth(at).click()
    await queue.locator('article[aria-label]').first().waitFor()
  }
  // What was posted has been heard: every page has done a turn since.
  for (const page of pages) await page.evaluate(() => new Promise(requestAnimationFrame))
  const posted = await Promise.all(pages.map((page) => page.evaluate(() => (window as unknown as Counting).posted)))
  return { perSelection: posted.reduce((sum, one) => sum + one, 0) / selections, selections }
}
