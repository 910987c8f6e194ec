import type { Page } from '@playwright/test'
import { listenTo, tonesOf } from './testing/loudspeaker.ts'
import { expect, test } from './testing/roomTest.ts'
import { liveSign } from './testing/liveSign.ts'

type Heard = { readonly told: unknown[] }

/** From here on, writes down what windows of the desk tell each other, as a window that says nothing hears it. */
const overhear = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: unknown[] = []
    const channel = new BroadcastChannel('xiaonao.desk')
    channel.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
      if (data.kind === 'told') told.push(data)
    }
    Object.assign(window, { told } satisfies Heard)
  })

const toldOn = (page: Page): Promise<readonly { readonly selection?: { readonly value: { readonly incident: string | null } } }[]> =>
  page.evaluate(() => (window as unknown as Heard).told as never)

type OpenConsole = (account: string, screen: { width: number; height: number; hasMap: boolean }, path: string) => Promise<Page>

/** The queue on one monitor and the map on the other, at one desk. */
const openDesk = async (openConsole: OpenConsole, address: string) => {
  const queue = await openConsole('operator1', { width: 1600, height: 900, hasMap: true }, '/?region=queue')
  const map = await queue.context().newPage()
  await map.goto(`${address}/?region=map`)
  await liveSign(map).waitFor()
  return { queue, map }
}

test('[C54] [C55] what is chosen in one window is open in the other, and an alarm sounds at one of them, at the next when that is gone', async ({
  outside,
  openConsole,
  address,
}) => {
  const { queue, map } = await openDesk(openConsole, address())
  const first = await outside.push110({ bjnr: '楼上半夜还在装修，电钻声音很大，孩子睡不着', sfdz: '钱江路58号太和广场3幢' })
  const second = await outside.push110({ bjnr: '小区门口占道摆摊，油烟很大', sfdz: '富春路12号' })
  await expect(queue.locator('.xn-row')).toHaveCount(2)
  await overhear(map)

  const find = async (incident: string) => {
    await map.getByRole('combobox', { name: '查地址、力量、事件编号' }).fill(incident)
    await map.locator('.ant-select-item-option', { hasText: incident }).first().click()
    await expect(queue.locator(`article[aria-label="${incident}"]`)).toBeVisible()
  }
  await find(first)
  const selections = async (incident: string) =>
    (await toldOn(map)).filter(({ selection }) => selection?.value.incident === incident).length
  // The card proposes units for what it has in hand, and this one nobody has: the choice itself is all there is to tell.
  expect(await selections(first)).toBe(1)
  await find(second)
  expect(await selections(second)).toBe(1)

  await queue.getByRole('button', { name: '接手' }).first().click()
  await queue.getByRole('button', { name: '地图选点' }).click()
  await map.getByRole('button', { name: '用地图中心' }).click()
  await expect(queue.locator('.xn-card').getByText('人工确认')).toBeVisible()
  await expect(map.getByRole('button', { name: '用地图中心' })).toHaveCount(0)

  // A window opened later knows what is open.
  const late = await queue.context().newPage()
  await late.goto(`${address()}/?region=queue`)
  await expect(late.locator(`article[aria-label="${second}"]`)).toBeVisible()

  await late.close()
  for (const page of [map, queue]) {
    await listenTo(page)
    // Browsers let a page sound only once somebody has touched it.
    await page.bringToFront()
    await page.locator('.xn-clock').click()
  }
  await outside.push110({ bjnr: '一个人拿刀砍人，满身是血，快来人', sfdz: '富春路3号' })
  await expect.poll(async () => (await tonesOf(queue)).length).toBeGreaterThan(4)
  expect(await tonesOf(map)).toEqual([])
  await queue.close()
  await expect.poll(async () => (await tonesOf(map)).length).toBeGreaterThan(0)
})
