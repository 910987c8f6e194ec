import { join } from 'node:path'
import { outsideOf } from './testing/outside.ts'
import { expect, test as base } from './testing/roomTest.ts'
import { startRoom } from './testing/runningRoom.ts'

/** With this set, the README's picture is taken anew: `npm run screenshot`. */
const isForReadme = process.env['UPDATE_SCREENSHOT'] === 'yes'
const folder = join(import.meta.dirname, isForReadme ? '../docs' : '../test-results/screens')

const test = base.extend({
  // A town that lives by itself.
  room: async ({ page: _page }, use) => {
    const room = await startRoom('--demo', '--demo-speed', '6')
    await use(room)
    await room.close()
  },
})

test('a newcomer sees a working room within a minute', async ({ room, openConsole }) => {
  const page = await openConsole('operator1', { scale: isForReadme ? 1 : 0.5, hasMap: true })
  const outside = outsideOf(room.address)
  const desk = await outside.boardOf('supervisor1')
  await expect.poll(() => desk.board().incidents.size, { timeout: 60_000 }).toBeGreaterThan(20)
  const busy = () => Object.values(desk.board().incidents.shards).flatMap((shard) => Object.values(shard))
  await expect
    .poll(() => busy().filter(({ assignments }) => assignments.some(({ state }) => state === 'enroute')).length, { timeout: 60_000 })
    .toBeGreaterThan(2)
  const incident = await outside.push110({
    bjnr: '楼上半夜还在装修，电钻声音很大，孩子睡不着，物业打不通',
    sfdz: '钱江路58号太和广场3幢',
  })
  // The town's own seats work too: whoever is first has it, and the picture is of one at work either way.
  await (await outside.boardOf('operator1')).do({ type: 'incident.take', incident })
  await page.locator('.xn-row-main', { hasText: incident }).first().click()
  await expect(page.getByText(/推荐力量/).first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, 'console.png') })
})
