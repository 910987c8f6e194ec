import type { Rectangle } from 'electron'
import { words, type XConnection } from './xConnection.ts'

/** What can be done to windows on an X server, in the words of the protocol. */
export type XWindows = {
  readonly map: (window: number) => void
  readonly unmap: (window: number) => void
  readonly place: (window: number, bounds: Rectangle) => void
  /** Does what a window asked to have done to itself; `mask` and `values` are as it gave them. */
  readonly configure: (window: number, mask: number, values: readonly number[]) => void
  readonly raise: (window: number) => void
  readonly focus: (window: number) => void
  readonly setProperty: (window: number, property: number, type: number, values: readonly number[]) => void
  readonly setText: (window: number, property: number, type: number, text: string) => void
  readonly property: (window: number, property: number) => Promise<Buffer>
  readonly children: (window: number) => Promise<readonly number[]>
  /** A window nobody sees. */
  readonly makeUnseen: () => number
  readonly hearEventsOf: (window: number, mask: number) => void
  /** Resolves when the server has done all that was asked so far. */
  readonly settled: () => Promise<void>
}

// Request codes of the core protocol (X Window System Protocol, release 7, encoding).
const code = {
  createWindow: 1,
  changeAttributes: 2,
  mapWindow: 8,
  unmapWindow: 10,
  configureWindow: 12,
  queryTree: 15,
  changeProperty: 18,
  getProperty: 20,
  setInputFocus: 42,
  getInputFocus: 43,
}
const geometry = 0b1111
const stackMode = 1 << 6
const eventMask = 1 << 11
const inputOnly = 2
const revertToRoot = 1

export function xWindows({ root, newId, request, ask }: XConnection): XWindows {
  const change = (window: number, property: number, type: number, bits: number, value: Buffer): void => {
    const head = Buffer.concat([words(window, property, type), Buffer.from([bits, 0, 0, 0]), words((value.length * 8) / bits)])
    request(code.changeProperty, 0, Buffer.concat([head, value]))
  }
  const configure = (window: number, mask: number, values: readonly number[]): void =>
    request(code.configureWindow, 0, words(window, mask, ...values))
  return {
    map: (window) => request(code.mapWindow, 0, words(window)),
    unmap: (window) => request(code.unmapWindow, 0, words(window)),
    place: (window, { x, y, width, height }) => configure(window, geometry, [x, y, width, height]),
    configure,
    raise: (window) => configure(window, stackMode, [0]),
    focus: (window) => request(code.setInputFocus, revertToRoot, words(window, 0)),
    setProperty: (window, property, type, values) => change(window, property, type, 32, words(...values)),
    setText: (window, property, type, text) => change(window, property, type, 8, Buffer.from(text)),
    property: async (window, property) => {
      const answer = await ask(code.getProperty, 0, words(window, property, 0, 0, 256))
      return answer.readUInt8(0) === 1 ? answer.subarray(32, 32 + (answer.readUInt32LE(16) * answer.readUInt8(1)) / 8) : Buffer.alloc(0)
    },
    children: async (window) => {
      const answer = await ask(code.queryTree, 0, words(window))
      return Array.from({ length: answer.readUInt16LE(16) }, (_, at) => answer.readUInt32LE(32 + at * 4))
    },
    makeUnseen: () => {
      const window = newId()
      const place = Buffer.alloc(12)
      place.writeInt16LE(-10, 0)
      place.writeInt16LE(-10, 2)
      place.writeUInt16LE(1, 4)
      place.writeUInt16LE(1, 6)
      place.writeUInt16LE(inputOnly, 10)
      request(code.createWindow, 0, Buffer.concat([words(window, root), place, words(0, 0)]))
      return window
    },
    hearEventsOf: (window, mask) => request(code.changeAttributes, 0, words(window, eventMask, mask)),
    settled: async () => void (await ask(code.getInputFocus, 0, words())),
  }
}
