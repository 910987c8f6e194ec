import { expect, type Page } from '@playwright/test'
import { ask, loaded, sampleTest as test, written } from './testing/sampleTest.ts'

const main = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 720 } }
const onTheLeft = { id: 2, bounds: { x: -1024, y: -48, width: 1024, height: 768 } }

const place = (page: Page): Promise<unknown> => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])
/** Where the window is on the X screen, which begins at the leftmost and topmost display. */
const onScreen = (page: Page): Promise<unknown> => page.evaluate(() => [screenX, screenY])
const visibility = (page: Page): Promise<string> => page.evaluate(() => document.visibilityState)

test('[Q1] a window is where it was put, on any display, and its page has all of it', async ({ openSample }) => {
  const desktop = await openSample({ displays: [main, onTheLeft] })
  const [first, second] = [await loaded(desktop, 1), await loaded(desktop, 2)]

  expect((await desktop.windows()).map(({ bounds }) => bounds)).toEqual([main.bounds, onTheLeft.bounds])
  expect(await place(first)).toEqual([1280, 720, 1])
  expect(await onScreen(first)).toEqual([1024, 48])
  expect(await place(second)).toEqual([1024, 768, 1])
  expect(await onScreen(second)).toEqual([0, 0])

  await ask(second, 'setBounds', { x: -900, y: 10, width: 640, height: 480 })
  await written(desktop, 'window 2 moved')
  await written(desktop, 'window 2 resized')
  await expect.poll(() => place(second)).toEqual([640, 480, 1])
  expect(await onScreen(second)).toEqual([124, 58])
})

test('[Q2] in full screen a window takes the display it is on, and comes back', async ({ openSample }) => {
  const desktop = await openSample({ displays: [main, onTheLeft] })
  const page = await loaded(desktop, 2)
  const normal = { x: -900, y: 10, width: 640, height: 480 }
  await ask(page, 'setBounds', normal)
  await ask(page, 'setFullScreen', true)
  await written(desktop, 'window 2 enter-full-screen')
  await expect.poll(() => place(page)).toEqual([1024, 768, 1])
  expect((await desktop.windows())[1]).toMatchObject({ bounds: onTheLeft.bounds, isFullScreen: true })

  await ask(page, 'setFullScreen', false)
  await written(desktop, 'window 2 leave-full-screen')
  await expect.poll(() => place(page)).toEqual([640, 480, 1])
  expect((await desktop.windows())[1]).toMatchObject({ bounds: normal, isFullScreen: false })
})

test('[Q3] a display that comes, goes or changes is told, and no window moves by itself', async ({ openSample }) => {
  const desktop = await openSample({ displays: [main, onTheLeft] })
  await loaded(desktop, 2)
  const before = (await desktop.windows()).map(({ bounds }) => bounds)

  await desktop.setDisplays([
    { ...main, scaleFactor: 1.5 },
    { id: 3, bounds: { x: 1280, y: 0, width: 1024, height: 768 } },
  ])

  await written(desktop, 'display-removed 2')
  await written(desktop, 'display-added 3')
  await written(desktop, 'display-metrics-changed 1 ["scaleFactor"]')
  expect((await desktop.windows()).map(({ bounds }) => bounds)).toEqual(before)
})

test('[Q4] a page knows the scale factor of its display and its own zoom', async ({ openSample }) => {
  const desktop = await openSample({ displays: [{ ...main, scaleFactor: 2 }] })
  const page = await loaded(desktop, 1)
  await expect.poll(() => place(page)).toEqual([1280, 720, 2])

  await ask(page, 'setZoom', 1.25)
  await expect.poll(() => place(page)).toEqual([1024, 576, 2.5])
})

test('[Q5] a page whose window is hidden or minimised knows that nobody sees it', async ({ openSample }) => {
  const desktop = await openSample({ displays: [main, onTheLeft] })
  const [first, second] = [await loaded(desktop, 1), await loaded(desktop, 2)]
  expect(await visibility(second)).toBe('visible')
  for (const way of ['hide', 'minimize']) {
    await ask(second, way)
    await expect.poll(() => visibility(second)).toBe('hidden')
    expect((await desktop.windows())[1]).toMatchObject({ isVisible: false })

    await ask(first, 'show', 2)
    await expect.poll(() => visibility(second)).toBe('visible')
    await expect.poll(() => place(second)).toEqual([1024, 768, 1])
    expect((await desktop.windows())[1]).toMatchObject({ isVisible: true, bounds: onTheLeft.bounds })
  }
})

test('[Q6] a window opened unshown is not on the screen, and its page paints all the same', async ({ openSample }) => {
  const desktop = await openSample()
  const page = await loaded(desktop, 1)
  expect(await ask(page, 'openUnshown')).toEqual([2, false, 'visible'])

  await ask(page, 'show', 2)
  expect((await desktop.windows())[1]).toMatchObject({ isVisible: true, isFocused: true })
  expect(await place(await loaded(desktop, 2))).toEqual([500, 400, 1])
})

test('[Q7] one window at most has the focus, and its page knows', async ({ openSample }) => {
  const desktop = await openSample({ displays: [main, onTheLeft] })
  const pages = [await loaded(desktop, 1), await loaded(desktop, 2)]
  for (const id of [1, 2, 1]) {
    await desktop.control('window.focus', id)
    await expect.poll(() => Promise.all(pages.map((page) => page.evaluate(() => document.hasFocus())))).toEqual([id === 1, id === 2])
    expect((await desktop.windows()).map(({ isFocused }) => isFocused)).toEqual([id === 1, id === 2])
  }
  await written(desktop, 'window 2 blur')
})

test('[Q8] a window that is asked to close may refuse; one whose page is gone is closed', async ({ openSample }) => {
  const desktop = await openSample({ displays: [main, onTheLeft] })
  const [first, second] = [await loaded(desktop, 1), await loaded(desktop, 2)]
  await ask(first, 'keepOpen', true)
  await desktop.control('window.close', 1)
  await written(desktop, 'window 1 close')
  expect(await desktop.windows()).toHaveLength(2)

  await second.close()
  await written(desktop, 'window 2 closed')
  expect((await desktop.windows()).map(({ id }) => id)).toEqual([1])

  await ask(first, 'keepOpen', false)
  await desktop.control('window.close', 1)
  expect((await desktop.ended()).output).toContain('will-quit')
})
