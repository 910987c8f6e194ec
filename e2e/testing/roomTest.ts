import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { outsideOf, type Outside } from './outside.ts'
import { password, startRoom, type RunningRoom } from './runningRoom.ts'
import { liveSign } from './liveSign.ts'

/**
 * Pixels as a page counts them. Most of what a console costs here is its map, drawn in software: without `hasMap` it is a machine
 * on which no map can be drawn. Where nobody looks at pictures, half as many pixels each way are enough: `scale` says otherwise.
 */
type Screen = { readonly width?: number; readonly height?: number; readonly scale?: number; readonly hasMap?: boolean }

/** A machine whose graphics can draw no map. */
const withoutMap = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const whole = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...given: unknown[]) => unknown
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      return given[0] === 'webgl2' ? null : whole.apply(this, given)
    } as HTMLCanvasElement['getContext']
  })

type Fixtures = {
  /** A server of this test's own. */
  readonly room: RunningRoom
  /** Where consoles, phones and outside systems reach the room of this test. */
  readonly address: () => string
  readonly outside: Outside
  /** A console in its own browser session, signed in. */
  readonly openConsole: (account: string, screen?: Screen, path?: string) => Promise<Page>
  /** A phone. */
  readonly openPhone: (url: string) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  room: async ({}, use) => {
    const room = await startRoom()
    await use(room)
    await room.close()
  },
  address: async ({ room }, use) => use(room.address),
  outside: async ({ address }, use) => use(outsideOf(address)),
  openConsole: async ({ browser, address }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (account, { width = 1920, height = 1080, scale = 0.5, hasMap = false } = {}, path = '/') => {
      const viewport = { width, height }
      const context = await browser.newContext({ viewport, deviceScaleFactor: scale, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      if (!hasMap) await withoutMap(context)
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(`${address()}${path}`)
      await page.getByLabel('账号').fill(account)
      await page.getByLabel('密码').fill(password)
      await page.keyboard.press('Enter')
      await liveSign(page).waitFor()
      return page
    })
    for (const context of contexts) await context.close()
  },
  openPhone: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (url) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        isMobile: true,
        hasTouch: true,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        permissions: ['geolocation'],
        geolocation: { longitude: 120.215, latitude: 30.255 },
      })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(url)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

export { expect } from '@playwright/test'
