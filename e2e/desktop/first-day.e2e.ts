import { expect } from '@playwright/test'
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
