import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { liveSign } from '../testing/liveSign.ts'
import { password } from '../testing/runningRoom.ts'
import { deskTest as test, left, pageAt, signIn } from './testing/deskTest.ts'

test('[E60] [Y18] on the first day this machine becomes a room: its server starts, the accounts stay until they are written down, the console opens @smoke', async ({
  openDesktop,
}) => {
  const desktop = await openDesktop({ displays: [left] })
  let begin = await pageAt(desktop, '/begin/')
  await begin.screenshot({ path: 'test-results/screens/desktop-begin.png' })
  await begin.getByRole('button', { name: /示例街道/ }).click()
  await expect(begin.getByText(password)).toBeVisible()
  await begin.screenshot({ path: 'test-results/screens/desktop-begun.png' })
  // The power goes before anybody has written them down.
  await desktop.control('app.quit')
  await desktop.start()
  begin = await pageAt(desktop, '/begin/')
  await expect(begin.getByText(password)).toBeVisible()
  await begin.getByRole('button', { name: /已抄下/ }).click()
  const console = await pageAt(desktop, 'region=all')
  await signIn(console)
  await console.screenshot({ path: 'test-results/screens/desktop-console.png' })
  await expect.poll(async () => (await desktop.windows()).length).toBe(1)
})

test('[E66] on a later day another program has the room’s port: the console opens cut off, and is live by itself once the port is free', async ({
  openDesktop,
}) => {
  const desktop = await openDesktop({ displays: [left] })
  const begin = await pageAt(desktop, '/begin/')
  await begin.getByRole('button', { name: /示例街道/ }).click()
  await begin.getByRole('button', { name: /已抄下/ }).click()
  await signIn(await pageAt(desktop, 'region=all'))
  await desktop.control('app.quit')
  await desktop.ended()

  const { room } = JSON.parse(await readFile(join(desktop.userData, 'workstation.json'), 'utf8')) as { room: { port: number } }
  const other = createServer((socket) => socket.destroy())
  // The server of yesterday may need a moment to let go of it.
  await expect(async () => void (await once(other.listen(room.port, '127.0.0.1'), 'listening'))).toPass()
  await desktop.start()
  const console = await pageAt(desktop, 'region=all')
  await expect(console.getByText(/没有启动，正在自动重试/)).toBeVisible()
  await expect(console.locator('.xn-server-said')).toContainText(String(room.port))
  await console.screenshot({ path: 'test-results/screens/desktop-not-started.png' })
  other.close()
  await liveSign(console).waitFor()
})
