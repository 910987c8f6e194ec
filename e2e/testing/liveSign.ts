import type { Locator, Page } from '@playwright/test'

/** The sign of a page that what it shows is the room as it is now. (Other words of a page may speak of it too.) */
export const liveSign = (page: Page): Locator => page.getByRole('status').filter({ hasText: '实时' })
