import { runProgram } from '../steps/runProgram.ts'
import { runSteps } from '../steps/runSteps.ts'
import { checkSteps } from './checkSteps.ts'

const ended = await runSteps(checkSteps, {
  run: (step) => runProgram(step, 'keep'),
  now: () => performance.now(),
  say: (line) => console.log(line),
  atOnce: 2,
  afterRed: 'stop',
})
process.exitCode = ended.every(({ ok }) => ok) ? 0 : 1
