import type { Step } from './runSteps.ts'

/** A run of Vitest over what `choice` picks, told as it goes and reported as JSON for whoever counts the tests. */
export const vitestCommand = (choice: readonly string[], report: string): Step['command'] => [
  'vitest',
  'run',
  ...choice,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]
