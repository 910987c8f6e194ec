import type { BeginEvent, Step } from './beginning.ts'

/** What both ways are given: the step of choosing, and where to say what a person does. */
export type WayProps = {
  readonly step: Extract<Step, { at: 'choosing' | 'looking' }>
  readonly send: (event: BeginEvent) => void
  /** The machine has a key store: a wall's pass that is kept here outlives the program. */
  readonly keepsPass: boolean
}
