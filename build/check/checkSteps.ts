import type { Step } from '../steps/runSteps.ts'

/** Where the unit tests leave their report for whoever counts them. */
export const unitReport = 'test-results/unit.json'

/** What must be green before anything is let in, the slow steps first so that two cores end together. */
export const checkSteps: readonly Step[] = [
  { name: 'unit', command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`] },
  { name: 'types', command: ['tsc', '-b'] },
  // More room for young objects: a syntax tree of the whole house is copied less often before it is old. MiB.
  { name: 'lint', command: ['node', '--max-semi-space-size=64', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'] },
  { name: 'layers', command: ['tsx', 'build/layers/gate.ts'] },
  { name: 'census', command: ['tsx', 'build/census/census.ts'] },
]
