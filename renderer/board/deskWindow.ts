import { createContext, useContext } from 'react'
import type { ConsoleRegion } from '../../shared/contracts/layout.ts'
import type { DeskMessage } from './deskMessage.ts'

/** One window of the console: what it shows, and the windows it belongs to. */
export type DeskWindow = {
  readonly id: string
  readonly region: ConsoleRegion
  /** Null: a desk of its own. */
  readonly desk: DeskMessage['desk'] | null
}

/**
 * Windows of the desktop app are one desk; so are those of a browser that show one region each. A whole console in a
 * browser needs no other: two of them are two tasks side by side.
 */
export const deskWindow = (id: string, region: ConsoleRegion, isInDesktop: boolean): DeskWindow => ({
  id,
  region,
  desk: isInDesktop ? 'desktop' : region === 'all' ? null : 'regions',
})

export const hasMap = ({ region }: DeskWindow): boolean => region === 'all' || region === 'map'

/** Where reports are opened and worked on. */
export const hasCard = ({ region }: DeskWindow): boolean => region === 'all' || region === 'queue'

export const DeskWindowContext = createContext<DeskWindow>(deskWindow('alone', 'all', false))

export const useDeskWindow = (): DeskWindow => useContext(DeskWindowContext)
