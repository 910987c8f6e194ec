import { expect } from '@playwright/test'
import { deskTest as test, left } from './testing/deskTest.ts'
import { liveSign } from '../testing/liveSign.ts'

test('[E56] no way leads a window out of its own pages: not by an address, a new window, a frame, or a link', async ({ openAtWork }) => {
  const { desktop, taking: page } = await openAtWork([left])
  const before = page.url()
  const windows = (await desktop.windows()).length
  for (const out of ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'data:text/html,x']) {
    await page.evaluate((url) => {
      window.open(url)
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
      const link = document.createElement('a')
      link.href = url
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.removeAttribute('target')
      link.click()
      location.assign(url)
    }, out)
    await expect(liveSign(page)).toBeVisible()
    expect(page.url()).toBe(before)
    expect(page.frames().filter((frame) => frame.url() === out)).toEqual([])
  }
  expect(await desktop.windows()).toHaveLength(windows)
  expect((await desktop.control('recorded')).filter(({ what }) => what.startsWith('shell.openExternal'))).toEqual([])
})
