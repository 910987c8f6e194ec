import { readFileSync } from 'node:fs'

/** Whether a process does anything yet: one that has ended and only waits to be counted by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    // The name before the state may hold anything, also spaces and brackets.
    const [state] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
    return state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}
