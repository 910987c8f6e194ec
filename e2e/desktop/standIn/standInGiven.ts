import type { Point } from 'electron'
import { ordinaryDisplay, type DisplayGiven } from './displays.ts'

/** What a test tells the stand-in at its start, in the environment of the main process. */
export type StandInGiven = {
  readonly displays: readonly DisplayGiven[]
  /** Where the X screen begins, in the coordinates of the displays. */
  readonly origin: Point
}

export const standInVariable = 'XIAONAO_STAND_IN'

export function standInGiven(env: Readonly<Record<string, string | undefined>>): StandInGiven {
  const text = env[standInVariable]
  return text === undefined ? { displays: [ordinaryDisplay], origin: { x: 0, y: 0 } } : (JSON.parse(text) as StandInGiven)
}
