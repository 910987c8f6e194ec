import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import type { Step } from './runSteps.ts'

const root = join(import.meta.dirname, '../..')
const path = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)

/**
 * Runs a step's program at the root of the tree. With 'keep' its output is gathered and answered; with 'show' it goes
 * straight to the terminal. A program that cannot be started has ended badly, and says why.
 */
export function runProgram(step: Step, output: 'keep' | 'show'): Promise<{ readonly ok: boolean; readonly printed: string }> {
  const [program, ...given] = step.command
  const stdio = output === 'keep' ? 'pipe' : 'inherit'
  const child = spawn(program, given, { cwd: root, env: { ...process.env, ...step.env, PATH: path }, stdio: ['ignore', stdio, stdio] })
  let printed = ''
  const keep = (chunk: Buffer): void => {
    printed += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, printed: `${printed}${step.name}: ${error.message}` }))
    child.on('close', (code) => resolve({ ok: code === 0, printed }))
  })
}
