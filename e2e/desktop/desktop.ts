import type { Page } from '@playwright/test'
import type { ControlAnswer, ControlGiven, ControlName, WindowSeen } from './standIn/controls.ts'
import type { DisplayGiven } from './standIn/displays.ts'

export type DesktopGiven = {
  /** The main process's file, from the root of the repository. */
  readonly main: string
  readonly displays?: readonly DisplayGiven[]
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A folder to keep; without one each desktop has its own, and removes it. */
  readonly userData?: string
}

export type Ended = { readonly code: number | null; readonly output: string }

/** The app as it runs on a machine with displays, a tray and a person: the real Electron or its stand-in, the same to a test. */
export type Desktop = {
  readonly userData: string
  /** What the main process wrote. */
  readonly output: () => string
  readonly windows: () => Promise<readonly WindowSeen[]>
  /** The page in this window, to drive as a person does. */
  readonly pageOf: (windowId: number) => Promise<Page>
  readonly pages: () => Promise<readonly Page[]>
  readonly setDisplays: (displays: readonly DisplayGiven[]) => Promise<void>
  readonly control: <Name extends ControlName>(what: Name, ...given: ControlGiven<Name>) => Promise<ControlAnswer<Name>>
  /** Starts the app once more on the same data, as a person who clicks its icon again; resolves when that process ended. */
  readonly secondInstance: (args?: readonly string[]) => Promise<Ended>
  /** Resolves when the main process has ended by itself. */
  readonly ended: () => Promise<Ended>
  /** As a power cut: no farewell. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same data, after it ended. */
  readonly start: (args?: readonly string[]) => Promise<void>
  /** Ends everything and removes what was its own. */
  readonly close: () => Promise<void>
}
