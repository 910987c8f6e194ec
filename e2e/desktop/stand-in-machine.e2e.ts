import { expect } from '@playwright/test'
import { createServer } from 'node:https'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createHash, X509Certificate } from 'node:crypto'
import { isRunning } from './isRunning.ts'
import { ask, loaded, sampleTest as test, written } from './testing/sampleTest.ts'
import { untrusted } from './testing/untrusted.ts'

test('[Q20] what the stand-in does not offer is refused by name', async ({ page }) => {
  const refusal = (what: string, ...given: readonly unknown[]): Promise<unknown> =>
    ask(page, what, ...given).catch((error: Error) => error.message)

  expect(await refusal('notOffered')).toContain('The stand-in offers no BrowserWindow.setVibrancy.')
  expect(await refusal('notAnEvent')).toContain("The stand-in offers no event 'swipe' of BrowserWindow.")
  expect(await refusal('openUnsafe', { sandbox: false, nodeIntegration: true })).toContain('wrong: sandbox, nodeIntegration')
  expect(await refusal('question')).toContain('was not told the answer to dialog.showMessageBox')
})

test('[Q21] a second process on the same data hands over what it was started with, and is not the first', async ({ openSample }) => {
  const desktop = await openSample()
  await loaded(desktop, 1)
  const second = await desktop.secondInstance(['--incident=7'])
  expect(second.code).toBe(3)
  await written(desktop, 'second-instance --incident=7')
  expect(await desktop.windows()).toHaveLength(1)
})

test('[Q22] the browser ends with its main process, and what pages and safe storage kept is there at the next start', async ({
  openSample,
}) => {
  const desktop = await openSample()
  const page = await loaded(desktop, 1)
  const { pid } = await desktop.control('browser')
  await ask(page, 'keep', '秘密')
  await page.evaluate(() => localStorage.setItem('kept', 'yes'))
  expect(await ask(page, 'keptBytes')).not.toContain('秘密')

  await desktop.control('app.quit')
  expect(await desktop.ended()).toMatchObject({ code: 0, output: expect.stringMatching(/before-quit[^]*window 1 closed[^]*will-quit/) })
  await expect.poll(() => isRunning(Number(pid))).toBe(false)

  await desktop.start()
  const again = await loaded(desktop, 1)
  expect(await again.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
  expect(await ask(again, 'kept')).toBe('秘密')

  const second = await desktop.control('browser')
  await desktop.kill()
  expect(isRunning(second.pid)).toBe(false)
})

test('[Q23] a test plays the person and the machine around the app', async ({ openSample }) => {
  const desktop = await openSample()
  const page = await loaded(desktop, 1)
  expect(await ask(page, 'arrange')).toBe(true)
  await ask(page, 'notify')
  const [notification] = await desktop.control('notifications.seen')
  expect(notification).toMatchObject({ title: '超时', body: '一件未派' })

  await desktop.control('notification.click', notification?.number ?? 0)
  await desktop.control('menu.click', '文件/打印')
  await desktop.control('tray.click')
  await desktop.control('power.tell', 'suspend')
  const before = Date.now()
  await desktop.control('clock.forward', 3_600_000)
  expect(await ask(page, 'now')).toBeGreaterThanOrEqual(before + 3_600_000)
  expect(await desktop.control('shortcut.press', 'CommandOrControl+Alt+H')).toBe(true)
  expect(await desktop.control('menu.press', 'Ctrl+P')).toBe(true)
  for (const line of ['notification clicked', 'tray clicked', 'machine asleep', 'shortcut pressed', 'print chosen'])
    await written(desktop, line)

  await desktop.control('dialog.answer', { method: 'showMessageBox', answer: { response: 1, checkboxChecked: false } })
  expect(await ask(page, 'question')).toBe(1)
  await ask(page, 'openOutside')
  expect(await desktop.control('recorded')).toContainEqual({ what: 'shell.openExternal', given: ['https://elsewhere.example/'] })
})

test('[Q24] the certificate procedure is asked about what the main process and its pages fetch', async ({ shared, page }) => {
  const server = createServer(untrusted, (_request, answer) => answer.end('the room')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const pageFetches = (): Promise<boolean> =>
    page.evaluate(
      (to) =>
        fetch(to, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        ),
      url,
    )
  const fingerprint = `sha256/${createHash('sha256').update(new X509Certificate(untrusted.cert).raw).digest('base64')}`

  await ask(page, 'trust', 'sha256/another')
  expect(await ask(page, 'fetch', url).catch((error: Error) => error.message)).toContain('net::ERR_CERT_INVALID')
  await written(shared, 'certificate net::ERR_CERT_AUTHORITY_INVALID')
  expect(await pageFetches()).toBe(false)
  await ask(page, 'trust', fingerprint)
  expect(await ask(page, 'fetch', url)).toBe('the room')
  expect(await pageFetches()).toBe(true)
  server.close()
})

test('[Q25] a utility process is a Node process with a port to its parent, and ends with it', async ({ openSample }) => {
  const desktop = await openSample()
  const page = await loaded(desktop, 1)
  expect(await ask(page, 'fork')).toEqual([{ heard: { hello: 'there' } }, undefined])

  const pid = String(await ask(page, 'forkAndStay'))
  expect(isRunning(Number(pid))).toBe(true)
  await desktop.kill()
  await expect.poll(() => isRunning(Number(pid))).toBe(false)
})

test('[Q26] the memory of the app is that of its processes', async ({ page }) => {
  const metrics = (await ask(page, 'metrics')) as readonly (readonly [string, number])[]
  expect(metrics.map(([type]) => type)).toEqual(expect.arrayContaining(['Browser', 'Tab']))
  for (const [, workingSetKb] of metrics) expect(workingSetKb).toBeGreaterThan(100)
})
