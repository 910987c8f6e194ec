import { expect, test } from 'vitest'
import { countPlaywright, countVitest, none, stepCounts, sum, totalsLine } from './counts.ts'

const file = (status: string, ...tests: readonly string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })

test('[H10] Vitest: tests are counted one by one', () => {
  const report = { testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed', 'todo')] }

  expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('[H10] Vitest: a file that could not even be read is one failure', () => {
  expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(countVitest({ testResults: [file('failed', 'passed')] })).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('[H10] Playwright: unexpected ends and errors outside the tests are failures', () => {
  const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 1 }

  expect(countPlaywright({ stats, errors: [{ message: 'no such file' }] })).toEqual({ passed: 6, failed: 3, skipped: 1 })
})

test('[H10] a step that broke without failing a test is one failure, a failed test is not counted twice', () => {
  expect(stepCounts(false, none)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(stepCounts(false, { passed: 4, failed: 2, skipped: 0 })).toEqual({ passed: 4, failed: 2, skipped: 0 })
  expect(stepCounts(true, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(stepCounts(true, { passed: 4, failed: 0, skipped: 0 })).toEqual({ passed: 4, failed: 0, skipped: 0 })
})

test('[H10] the last line names skipped tests only when there are some', () => {
  expect(
    totalsLine(
      sum([
        { passed: 1, failed: 0, skipped: 0 },
        { passed: 2, failed: 1, skipped: 0 },
      ]),
    ),
  ).toBe('3 passed, 1 failed')
  expect(totalsLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped')
})
