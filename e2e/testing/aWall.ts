import { expect, type Page } from '@playwright/test'
import { WallPage, type WallPlan } from '../../shared/domain/wall/wall.ts'

/** A wall of every page, that turns while a test can wait for it. */
export const wallPlan: WallPlan = {
  name: '指挥大厅',
  pages: WallPage.options,
  secondsPerPage: 3,
  theme: 'dark',
  language: 'zh-CN',
  hasSound: false,
}

/** Waits until the wall shows this. */
export const sceneIs = (page: Page, scene: string) => expect(page.locator('.xn-wall')).toHaveAttribute('data-scene', scene)
