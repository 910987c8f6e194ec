import type { Step } from '../steps/runSteps.ts'
import { vitestCommand } from '../steps/vitestCommand.ts'

/** Where the tests of code without and with a page leave their reports for whoever counts them. */
export const unitReport = 'test-results/unit.json'
export const drawnReport = 'test-results/drawn.json'

/** What must be green before anything is let in, the slow steps first so that two cores end together. */
export const checkSteps: readonly Step[] = [
  { name: 'unit', command: vitestCommand(['--project', 'node', '--project', 'main'], unitReport) },
  { name: 'types', command: ['tsc', '-b'] },
  // More room for young objects: a syntax tree of the whole house is copied less often before it is old. MiB.
  { name: 'lint', command: ['node', '--max-semi-space-size=64', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'] },
  { name: 'drawn', command: vitestCommand(['--project', 'pages'], drawnReport) },
  { name: 'layers', command: ['tsx', 'build/layers/gate.ts'] },
  { name: 'census', command: ['tsx', 'build/census/census.ts'] },
]
