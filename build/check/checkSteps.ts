import type { Step } from '../steps/runSteps.ts'

/** Where the unit tests leave their report for whoever counts them. */
export const unitReport = 'test-results/unit.json'

/** What must be green before anything is let in, the slow steps first so that two cores end together. */
export const checkSteps: readonly Step[] = [
  { name: 'unit', command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings=0'] },
  { name: 'layers', command: ['tsx', 'build/layers/gate.ts'] },
  { name: 'census', command: ['tsx', 'build/census/census.ts'] },
]
