import { z } from 'zod'

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const none: Counts = { passed: 0, failed: 0, skipped: 0 }

const VitestReport = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), none)

/**
 * What Vitest's JSON report says. A file that broke before or beside its tests has no failed test to show for it and counts
 * as one; a test that is neither passed nor failed is a skipped one.
 */
export function countVitest(report: unknown): Counts {
  return sum(
    VitestReport.parse(report).testResults.map(({ status, assertionResults }) => {
      const passed = assertionResults.filter((test) => test.status === 'passed').length
      const failed = assertionResults.filter((test) => test.status === 'failed').length
      const skipped = assertionResults.length - passed - failed
      return { passed, failed: status === 'failed' ? Math.max(1, failed) : failed, skipped }
    }),
  )
}

/** What Playwright's JSON report says; an error outside every test counts as a failed one. */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = PlaywrightReport.parse(report)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}

/**
 * What a step adds to the totals: what its report says, and one failure more when it broke without a failed test to show
 * for it, or ended well without writing the report it owes (`counts` is undefined then).
 */
export function stepCounts(ok: boolean, counts: Counts | undefined): Counts {
  const told = counts ?? none
  const isBroken = !ok || counts === undefined
  return isBroken && told.failed === 0 ? { ...told, failed: 1 } : told
}

/** The last line of a test run. */
export const totalsLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
