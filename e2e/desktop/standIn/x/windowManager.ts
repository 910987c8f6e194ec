import type { Rectangle } from 'electron'
import { connectToX } from './xConnection.ts'
import { xWindows } from './xWindows.ts'

/** A window manager for an X server that has none. It has no frames and no wishes: a window is where it is put. */
export type WindowManager = {
  /** The window whose title holds this text. */
  readonly windowNamed: (text: string) => Promise<number | undefined>
  readonly map: (window: number) => void
  readonly unmap: (window: number) => void
  readonly place: (window: number, bounds: Rectangle) => void
  readonly raise: (window: number) => void
  /** As a minimised window is marked: its page learns that nobody sees it. */
  readonly markHidden: (window: number, hidden: boolean) => void
  readonly settled: () => Promise<void>
  readonly close: () => void
}

const atomNames = [
  '_NET_SUPPORTED',
  '_NET_SUPPORTING_WM_CHECK',
  '_NET_WM_NAME',
  '_NET_WM_STATE',
  '_NET_WM_STATE_FULLSCREEN',
  '_NET_WM_STATE_HIDDEN',
  '_NET_ACTIVE_WINDOW',
  'WM_STATE',
  'UTF8_STRING',
] as const
type AtomName = (typeof atomNames)[number]
const supported: readonly AtomName[] = [
  '_NET_WM_STATE',
  '_NET_WM_STATE_FULLSCREEN',
  '_NET_WM_STATE_HIDDEN',
  '_NET_ACTIVE_WINDOW',
  '_NET_SUPPORTING_WM_CHECK',
]
// Atoms and events that the protocol itself numbers.
const atomType = 4
const windowType = 33
const wmName = 39
const event = { mapRequest: 20, configureRequest: 23, clientMessage: 33 }
const substructureRedirect = 1 << 20
const normalState = 1
const change = { remove: 0, add: 1, toggle: 2 }

/**
 * Manages the windows on this display as far as Chromium needs it to know where it stands.
 *
 * Without any window manager Chromium guesses: it drops out of full screen when another window opens, or takes all of the X
 * screen. With this one it asks, and is told; only full screen does not mean any size, because our windows are put where our main
 * process puts them. (Extended Window Manager Hints 1.5.)
 */
export async function manageWindows(display: string): Promise<WindowManager> {
  const connection = await connectToX(display)
  const { root } = connection
  const windows = xWindows(connection)
  const atoms = Object.fromEntries(
    await Promise.all(atomNames.map(async (name) => [name, await connection.atom(name)] as const)),
  ) as Readonly<Record<AtomName, number>>
  const states = new Map<number, ReadonlySet<number>>()

  function setState(window: number, state: ReadonlySet<number>): void {
    states.set(window, state)
    windows.setProperty(window, atoms._NET_WM_STATE, atomType, [...state])
  }
  function changeState(window: number, how: number, wanted: readonly number[]): void {
    const state = new Set(states.get(window))
    for (const one of wanted.filter((atom) => atom !== 0)) {
      const isOn = how === change.add || (how === change.toggle && !state.has(one))
      if (isOn) state.add(one)
      else state.delete(one)
    }
    setState(window, state)
  }
  function activate(window: number): void {
    windows.focus(window)
    windows.raise(window)
    windows.setProperty(root, atoms._NET_ACTIVE_WINDOW, windowType, [window])
  }

  const hear: Readonly<Record<number, (told: Buffer) => void>> = {
    [event.mapRequest]: (told) => {
      const window = told.readUInt32LE(8)
      windows.map(window)
      windows.setProperty(window, atoms.WM_STATE, atoms.WM_STATE, [normalState, 0])
      activate(window)
    },
    [event.configureRequest]: (told) => {
      const mask = told.readUInt16LE(26) & 0b1111
      const asked = [told.readInt16LE(16), told.readInt16LE(18), told.readUInt16LE(20), told.readUInt16LE(22)]
      const values = asked.filter((_, at) => mask & (1 << at))
      if (mask) windows.configure(told.readUInt32LE(8), mask, values)
    },
    [event.clientMessage]: (told) => {
      const window = told.readUInt32LE(4)
      const type = told.readUInt32LE(8)
      if (type === atoms._NET_WM_STATE) changeState(window, told.readUInt32LE(12), [told.readUInt32LE(16), told.readUInt32LE(20)])
      if (type === atoms._NET_ACTIVE_WINDOW) activate(window)
    },
  }
  // The highest bit says that another client sent it.
  connection.onEvent((told) => hear[told.readUInt8(0) & 0x7f]?.(told))

  const sign = windows.makeUnseen()
  for (const window of [root, sign]) windows.setProperty(window, atoms._NET_SUPPORTING_WM_CHECK, windowType, [sign])
  windows.setText(sign, atoms._NET_WM_NAME, atoms.UTF8_STRING, 'stand-in')
  windows.setProperty(
    root,
    atoms._NET_SUPPORTED,
    atomType,
    supported.map((name) => atoms[name]),
  )
  windows.hearEventsOf(root, substructureRedirect)
  await windows.settled()

  return {
    windowNamed: async (text) => {
      for (const window of await windows.children(root))
        if ((await windows.property(window, wmName)).toString('latin1').includes(text)) return window
      return undefined
    },
    map: windows.map,
    unmap: windows.unmap,
    place: windows.place,
    raise: windows.raise,
    markHidden: (window, hidden) => changeState(window, hidden ? change.add : change.remove, [atoms._NET_WM_STATE_HIDDEN]),
    settled: windows.settled,
    close: connection.close,
  }
}
