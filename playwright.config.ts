import { defineConfig } from '@playwright/test'
import { stillArgs } from './build/browser/browserArgs.ts'
import { findBrowser } from './build/browser/findBrowser.ts'

const executablePath = findBrowser(process.env)

/** `npm test` runs the desktop's windows beside the pages in a browser; each part has a report of its own. */
const part = process.env['E2E_PART']
const name = part ?? 'e2e'

/** What the operator does, in a browser. Each test starts a server of its own on a free port, so nothing is started here. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: part === 'desktop' ? '**/desktop/*.e2e.ts' : '**/*.e2e.ts',
  testIgnore: part === 'pages' ? '**/desktop/*.e2e.ts' : [],
  outputDir: `test-results/${name}`,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 1,
  globalTimeout: 30 * 60_000,
  // Far above what any step takes: machines here are shared, software draws the map, and a slow minute is not a broken rule.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json', { outputFile: `test-results/${name}.json` }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1600, height: 900 },
    screenshot: 'only-on-failure',
    // A trace is taken with XIAONAO_TRACE=yes: it costs a quarter of the whole run.
    trace: process.env['XIAONAO_TRACE'] === 'yes' ? 'retain-on-failure' : 'off',
    launchOptions: { args: [...stillArgs], ...(executablePath ? { executablePath } : {}) },
  },
})
