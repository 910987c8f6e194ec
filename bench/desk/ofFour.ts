import type { Page } from '@playwright/test'

export const regions = ['queue', 'map', 'board', 'all'] as const

/** Four monitors in a row, a window on each. */
export const displays = regions.map((label, at) => ({ id: at + 1, label, bounds: { x: at * 1280, y: 0, width: 1280, height: 800 } }))

/** The page is signed in, has its board and hears the room. */
export const isLive = (page: Page): Promise<void> => page.getByText('实时').first().waitFor({ timeout: 120_000 })
