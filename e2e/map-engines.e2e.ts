import { expect, test as base } from './testing/roomTest.ts'
import { startRoom } from './testing/runningRoom.ts'

const test = base.extend({
  // A town that asked for Mapbox.
  room: async ({ page: _page }, use) => {
    const room = await startRoom('--mapbox-token', 'pk.nobody.knows')
    await use(room)
    await room.close()
  },
})

const vendor = 'https://*.mapbox.com/**'

test('[M32] Mapbox draws while its vendor is silent, and when it refuses the token the local engine goes on, which is said', async ({
  openConsole,
}) => {
  const page = await openConsole('operator1', { hasMap: true })
  await page.route(vendor, (route) => route.abort())
  await page.reload()
  const height = async (engine: string) => (await page.locator(`canvas.${engine}-canvas`).boundingBox())?.height ?? 0
  await expect.poll(() => height('mapboxgl')).toBeGreaterThan(200)

  await page.unroute(vendor)
  const refused = { status: 401, headers: { 'access-control-allow-origin': '*' }, json: { message: 'Not Authorized' } }
  await page.route(vendor, (route) => route.fulfill(refused))
  await page.reload()
  await expect(page.getByText(/已改用本机地图/)).toBeVisible()
  await expect.poll(() => height('maplibregl')).toBeGreaterThan(200)
  await expect(page.locator('canvas.mapboxgl-canvas')).toHaveCount(0)
})
