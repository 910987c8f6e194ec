import { defineConfig } from '@playwright/test'
import { browserArgs } from './build/browser/browserArgs.ts'
import { findBrowser } from './build/browser/findBrowser.ts'

const executablePath = findBrowser(process.env)

/** What the operator does, in a browser. Each test starts a server of its own on a free port, so nothing is started here. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 1,
  globalTimeout: 30 * 60_000,
  // Far above what any step takes: machines here are shared, software draws the map, and a slow minute is not a broken rule.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1600, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: { args: [...browserArgs], ...(executablePath ? { executablePath } : {}) },
  },
})
