import { expect } from '@playwright/test'
import { password } from '../testing/runningRoom.ts'
import { deskTest as test, left, pageAt, signIn } from './testing/deskTest.ts'

test('[E60] on the first day this machine becomes a room: its server starts, the accounts are shown once, the console opens @smoke', async ({
  openDesktop,
}) => {
  const desktop = await openDesktop({ displays: [left] })
  const begin = await pageAt(desktop, '/begin/')
  await begin.screenshot({ path: 'test-results/screens/desktop-begin.png' })
  await begin.getByRole('button', { name: /示例街道/ }).click()
  await expect(begin.getByText(password)).toBeVisible()
  await begin.screenshot({ path: 'test-results/screens/desktop-begun.png' })
  await begin.getByRole('button', { name: /已抄下/ }).click()
  const console = await pageAt(desktop, 'region=all')
  await signIn(console)
  await console.screenshot({ path: 'test-results/screens/desktop-console.png' })
  await expect.poll(async () => (await desktop.windows()).length).toBe(1)
})
