import { expect, type Page } from '@playwright/test'
import { ask, loaded, main, onTheLeft, sampleTest as test, written, type Shared } from './testing/sampleTest.ts'

const place = (page: Page): Promise<unknown> => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])
/** Where the window is on the X screen, which begins at the leftmost and topmost display. */
const onScreen = (page: Page): Promise<unknown> => page.evaluate(() => [screenX, screenY])
const seen = async ({ desktop }: Shared, id: number) => (await desktop.windows()).find((window) => window.id === id)
const visibility = (page: Page): Promise<string> => page.evaluate(() => document.visibilityState)

test('[Q1] a window is where it was put, on any display, and its page has all of it', async ({ shared }) => {
  const [first, second] = [await shared.open(), await shared.open(onTheLeft.bounds)]

  expect(await seen(shared, first.id)).toMatchObject({ bounds: main.bounds })
  expect(await seen(shared, second.id)).toMatchObject({ bounds: onTheLeft.bounds })
  expect(await place(first.page)).toEqual([1280, 720, 1])
  expect(await onScreen(first.page)).toEqual([1024, 48])
  expect(await place(second.page)).toEqual([1024, 768, 1])
  expect(await onScreen(second.page)).toEqual([0, 0])

  await ask(second.page, 'setBounds', { x: -900, y: 10, width: 640, height: 480 })
  await written(shared, `window ${second.id} move`)
  await written(shared, `window ${second.id} resize`)
  await expect.poll(() => place(second.page)).toEqual([640, 480, 1])
  expect(await onScreen(second.page)).toEqual([124, 58])
})

test('[Q2] in full screen a window takes the display it is on, and comes back', async ({ shared }) => {
  const { id, page } = await shared.open(onTheLeft.bounds)
  const normal = { x: -900, y: 10, width: 640, height: 480 }
  await ask(page, 'setBounds', normal)
  await ask(page, 'setFullScreen', true)
  await written(shared, `window ${id} enter-full-screen`)
  await expect.poll(() => place(page)).toEqual([1024, 768, 1])
  expect(await seen(shared, id)).toMatchObject({ bounds: onTheLeft.bounds, isFullScreen: true })

  await ask(page, 'setFullScreen', false)
  await written(shared, `window ${id} leave-full-screen`)
  await expect.poll(() => place(page)).toEqual([640, 480, 1])
  expect(await seen(shared, id)).toMatchObject({ bounds: normal, isFullScreen: false })
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

test('[Q5] a page whose window is hidden or minimised knows that nobody sees it', async ({ shared }) => {
  const [first, second] = [await shared.open(), await shared.open(onTheLeft.bounds)]
  expect(await visibility(second.page)).toBe('visible')
  for (const way of ['hide', 'minimize']) {
    await ask(second.page, way)
    await expect.poll(() => visibility(second.page)).toBe('hidden')
    expect(await seen(shared, second.id)).toMatchObject({ isVisible: false })

    await ask(first.page, 'show', second.id)
    await expect.poll(() => visibility(second.page)).toBe('visible')
    await expect.poll(() => place(second.page)).toEqual([1024, 768, 1])
    expect(await seen(shared, second.id)).toMatchObject({ isVisible: true, bounds: onTheLeft.bounds })
  }
})

test('[Q6] a window opened unshown is not on the screen, and its page paints all the same', async ({ shared, page }) => {
  const [id, ...state] = (await ask(page, 'openUnshown')) as readonly [number, ...unknown[]]
  expect(state).toEqual([false, 'visible'])

  await ask(page, 'show', id)
  expect(await seen(shared, id)).toMatchObject({ isVisible: true, isFocused: true })
  expect(await place(await loaded(shared.desktop, id))).toEqual([500, 400, 1])
})

test('[Q7] one window at most has the focus, and its page knows', async ({ shared }) => {
  const both = [await shared.open(), await shared.open(onTheLeft.bounds)]
  const [first, second] = both.map(({ id }) => id)
  for (const focused of [first, second, first]) {
    const wanted = both.map(({ id }) => id === focused)
    await shared.desktop.control('window.focus', focused ?? 0)
    await expect.poll(() => Promise.all(both.map(({ page }) => page.evaluate(() => document.hasFocus())))).toEqual(wanted)
    expect((await shared.desktop.windows()).filter(({ isFocused }) => isFocused).map(({ id }) => id)).toEqual([focused])
  }
  await written(shared, `window ${second} blur`)
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
