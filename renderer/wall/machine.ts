import { createContext, useContext } from 'react'

/** What the page asks of the machine that it hangs on, handed in so that tests can be that machine. */
export type Machine = {
  /** Calls back after a span, ms; the answer stops it. */
  readonly after: (ms: number, act: () => void) => () => void
  /** In [0, 1). */
  readonly chance: () => number
  /** Loads the page anew. */
  readonly reload: () => void
  readonly chime: () => void
}

const MachineContext = createContext<Machine | null>(null)
export const MachineProvider = MachineContext.Provider

export const useMachine = (): Machine => {
  const machine = useContext(MachineContext)
  if (!machine) throw new Error('useMachine is asked inside MachineProvider')
  return machine
}
