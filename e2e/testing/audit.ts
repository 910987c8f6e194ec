import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { seriousFindings } from './axe.ts'

export const themes = ['dark', 'light'] as const
export type Theme = (typeof themes)[number]

/** Pictures of everything audited, for the eye, are kept in test-results/screens with XIAONAO_PICTURES=yes: they cost half the time. */
const isForTheEye = process.env['XIAONAO_PICTURES'] === 'yes'

/** Where nobody looks, half as many pixels each way are enough. */
export const auditScale = isForTheEye ? 1 : 0.5

const folder = join(import.meta.dirname, '../../test-results/screens')

/** How the page's ground looks to the eye, whatever the page believes its theme to be. */
const ground = (page: Page): Promise<Theme> =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light'
  })

/** What is wrong with a page in its states, sizes and themes: gathered first, so that one run tells all there is to tell. */
export const audit = (page: Page) => {
  const findings: string[] = []
  let looks = 0
  return {
    findings: (): readonly string[] => findings,
    looks: () => looks,
    /** Looks at the page as it stands: it must really be in this theme, and is judged by axe. */
    look: async (name: string, theme: Theme): Promise<void> => {
      await expect.poll(() => ground(page), `${name} is ${theme}`).toBe(theme)
      const { width } = page.viewportSize() ?? { width: 0 }
      const called = `${name}-${theme}-${width}`
      if (isForTheEye) {
        await mkdir(folder, { recursive: true })
        await page.screenshot({ path: join(folder, `${called}.png`) })
      }
      for (const finding of await seriousFindings(page)) findings.push(`${called}: ${finding}`)
      looks += 1
    },
  }
}
