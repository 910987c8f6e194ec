import type { Locator, Page } from '@playwright/test'

/** The sign that what a page shows is the room as it is now. (The word for it stands in other texts as well.) */
export const liveSign = (page: Page): Locator => page.locator('[role="status"][data-link="live"]')
