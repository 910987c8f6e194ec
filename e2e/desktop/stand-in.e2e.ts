import { test } from '@playwright/test'
import { launchStandIn } from './standIn/standInDesktop.ts'

test('milestone', async () => {
  const desktop = await launchStandIn({
    main: 'e2e/desktop/standIn/sample/main.ts',
    displays: [
      { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 720 } },
      { id: 2, bounds: { x: -1024, y: 0, width: 1024, height: 720 } },
    ],
  })
  try {
    const list = await desktop.windows()
    console.log(list)
    const page = await desktop.pageOf(2)
    await page.waitForLoadState()
    console.log(
      await page.evaluate(() => [location.href, isSecureContext, screenX, screenY, innerWidth, innerHeight, document.visibilityState]),
    )
    console.log(await page.evaluate('desk.ask("a", {when: new Date(0)})'), await page.evaluate('seenAtStart'))
    console.log(await page.evaluate('JSON.stringify([desk.twice(4), desk.argv, Object.isFrozen(desk)])'))
  } finally {
    console.log(desktop.output())
    await desktop.close()
  }
})
