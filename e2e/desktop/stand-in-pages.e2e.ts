import { expect, type Page } from '@playwright/test'
import { ask, loaded, sampleTest as test, written, type SamplePage } from './testing/sampleTest.ts'

const address = 'http://sample.localhost/page.html'

test('[Q9] a page sees what its preload exposed, and calls go both ways', async ({ shared, page }) => {
  const seen = await page.evaluate(async () => {
    const { desk, seenAtStart } = window as unknown as SamplePage
    const failed = await desk.ask('fail').catch((error: Error) => error.message)
    const given = { at: new Date(0), ids: new Map([['a', 1n]]), none: undefined, bytes: new Uint8Array([1, 2]) }
    const echoed = (await desk.ask('echo', given)) as typeof given
    const uncloneable = await desk.ask('echo', () => 1).catch((error: Error) => error.message)
    let refused = ''
    try {
      desk.refuse()
    } catch (error) {
      refused = `${(error as Error).name}: ${(error as Error).message}`
    }
    const fixed = Object.isFrozen(desk) && !Object.getOwnPropertyDescriptor(window, 'desk')?.configurable
    const kept = [echoed.at instanceof Date, echoed.ids.get('a') === 1n, 'none' in echoed, echoed.bytes[1]]
    return { seenAtStart, failed, kept, uncloneable, refused, fixed, twice: desk.twice(21), argv: desk.argv.at(-1) }
  })

  expect(seen).toEqual({
    seenAtStart: 'object',
    failed: "Error invoking remote method 'ask': TypeError: the drawer is locked",
    kept: [true, true, true, 2],
    uncloneable: 'An object could not be cloned.',
    refused: 'RangeError: not today',
    fixed: true,
    twice: 42,
    argv: '--window=sample',
  })
  await page.evaluate(() => (window as unknown as SamplePage).desk.tell('hello'))
  await written(shared, 'told hello')
})

test('[Q10] a page listens until it takes its listener back', async ({ page }) => {
  const heard = (): Promise<unknown> => page.evaluate(() => (window as unknown as SamplePage).heard)
  await page.evaluate(() => {
    const sample = window as unknown as SamplePage
    sample.heard = []
    sample.stop = sample.desk.hear((...given) => sample.heard.push(given))
  })
  await ask(page, 'send', 'first', { number: 1 })
  await expect.poll(heard).toEqual([['first', { number: 1 }]])

  await page.evaluate(() => (window as unknown as SamplePage).stop())
  await ask(page, 'send', 'second')
  await ask(page, 'send', 'third')
  expect(await heard()).toHaveLength(1)
})

test('[Q11] a page finds no way to the main process but what was exposed, whatever it replaces', async ({ page }) => {
  await ask(page, 'echo', 1)
  const found = await page.evaluate(() => {
    const { spied } = window as unknown as SamplePage
    const names = ['toMain', 'fromMain', 'toOutside', 'require', 'ipcRenderer', 'process', 'module', 'electron']
    const ports = (): number => spied.filter(([, owner]) => owner instanceof MessagePort).length
    const seen = ports()
    const forged = new MessageChannel().port1
    let overheard = 0
    forged.addEventListener('preload', () => (overheard += 1))
    for (const name of ['page', 'preload'])
      forged.dispatchEvent(new CustomEvent(name, { detail: { say: 'call', target: 1, given: { is: 'list', value: [] } } }))
    return { names: names.filter((name) => name in window), seen, spies: ports() > 0, overheard }
  })
  // It spies well, but the only port it sees is its own.
  expect(found).toEqual({ names: [], seen: 0, spies: true, overheard: 1 })
})

test('[Q12] the main process knows who asks, by the address it knows', async ({ page }) => {
  expect(await ask(page, 'sender')).toEqual({
    url: 'app://sample/page.html',
    origin: 'app://sample',
    isTop: true,
    page: 'app://sample/page.html',
  })
})

const ways: readonly (readonly [string, (page: Page) => Promise<unknown>, string])[] = [
  ['a link', (page) => page.click('#elsewhere'), 'will-navigate https://elsewhere.example/'],
  ['a form', (page) => page.click('#form'), 'will-navigate https://elsewhere.example/form'],
  [
    'a script',
    (page) => page.evaluate("location.href = 'https://elsewhere.example/script'"),
    'will-navigate https://elsewhere.example/script',
  ],
  ['a redirect', (page) => page.click('#leave'), 'will-redirect https://elsewhere.example/'],
  ['a new window', (page) => page.click('#blank'), 'window.open https://elsewhere.example/blank'],
  [
    'window.open',
    (page) => page.evaluate("void window.open('https://elsewhere.example/open')"),
    'window.open https://elsewhere.example/open',
  ],
  ['a telephone number', (page) => page.click('#call'), 'will-navigate tel:110'],
]

test('[Q13] a page goes nowhere that the main process refuses, and opens no window', async ({ shared, page }) => {
  const { desktop } = shared
  const [pages, windows] = [(await desktop.pages()).length, (await desktop.windows()).length]
  for (const [way, go, line] of ways)
    await test.step(way, async () => {
      await go(page)
      await written(shared, line)
      expect(await page.evaluate(() => location.href)).toBe(address)
    })
  await expect.poll(async () => (await desktop.pages()).length).toBe(pages)
  expect(await desktop.windows()).toHaveLength(windows)

  await page.click('#next')
  await page.waitForURL(/page\.html\?next$/)
  await written(shared, 'will-navigate app://sample/page.html?next')
})

test('[Q14] what the main process loads itself it is not asked about', async ({ shared, page }) => {
  await page.evaluate('window.mark = 1')
  await ask(page, 'reload')
  await expect.poll(() => page.evaluate('window.mark').catch(() => 1)).toBeUndefined()
  expect(shared.output()).not.toContain('will-navigate')
})

test('[Q15] a page that crashes is told with its reason, and comes back in its window while the others stand', async ({ openSample }) => {
  const displays = [1, 2].map((id) => ({ id, bounds: { x: (id - 1) * 800, y: 0, width: 800, height: 600 } }))
  const desktop = await openSample({ displays })
  const other = await loaded(desktop, 2)
  for (const time of ['first', 'second']) {
    await (await loaded(desktop, 1)).evaluate('window.mark = 1')
    await desktop.control('renderer.crash', 1)
    const again = await loaded(desktop, 1)
    expect(await again.evaluate('[window.mark, typeof desk, innerHeight]')).toEqual([undefined, 'object', 600])
    expect(await ask(again, 'echo', time)).toBe(time)
    expect(await ask(other, 'echo', time)).toBe(time)
  }
  expect(desktop.output().match(/render-process-gone crashed/g)).toHaveLength(2)
  expect((await desktop.windows()).map(({ id }) => id)).toEqual([1, 2])
})

test('[Q16] pages come from the handler of the scheme, also for workers and with bodies, under its policy', async ({ page }) => {
  const posted = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker('worker.js')
        worker.onmessage = ({ data }) => resolve(data)
        worker.postMessage('from a worker, 你好')
      }),
  )
  expect(posted).toEqual({ url: 'app://sample/echo', method: 'POST', origin: 'app://sample', body: 'from a worker, 你好' })

  const reached = (url: string): Promise<unknown> =>
    page.evaluate(
      (to) =>
        fetch(to).then(
          (answer) => answer.status,
          () => 'refused',
        ),
      url,
    )
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  expect(await reached('http://other.localhost/echo')).toBe('refused')
  expect(await reached('http://elsewhere.localhost/echo')).toBe('refused')
  expect(await reached('/echo')).toBe(200)
})

test('[Q17] a page may do what the main process grants and nothing else', async ({ page }) => {
  const states = await page.evaluate(() =>
    Promise.all(
      (['notifications', 'geolocation', 'camera'] as const).map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  )
  expect(states).toEqual(['granted', 'denied', 'denied'])
  const located = page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('told'),
          ({ code }) => resolve(code),
        ),
      ),
  )
  expect(await located).toBe(1)
})

test('[Q18] the main process can hold a key before the page has it', async ({ page }) => {
  await page.evaluate(() => {
    const sample = window as unknown as SamplePage
    sample.heard = []
    window.addEventListener('keydown', ({ key }) => sample.heard.push(key), { capture: true })
  })
  await page.focus('#words')
  await page.keyboard.press('a')
  await page.keyboard.press('F5')
  await page.keyboard.press('b')
  expect(await page.evaluate(() => (window as unknown as SamplePage).heard)).toEqual(['a', 'b'])
  expect(await page.inputValue('#words')).toBe('ab')
})

test('[Q19] a page is printed to PDF', async ({ page }) => {
  expect(await ask(page, 'pdf')).toBe('%PDF-')
})
