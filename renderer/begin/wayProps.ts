import type { BeginEvent, Step } from './beginning.ts'

/** What both ways are given: the step of choosing, and where to say what a person does. */
export type WayProps = {
  readonly step: Extract<Step, { at: 'choosing' | 'looking' }>
  readonly send: (event: BeginEvent) => void
}
