import { createConnection, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Rectangle } from 'electron'

/** The few words of X11 that a window manager would say to a window. Under Xvfb there is none, so the stand-in says them. */
export type XServer = {
  /** The top-level window whose title holds this text. */
  readonly windowNamed: (text: string) => Promise<number | undefined>
  readonly map: (window: number) => void
  readonly unmap: (window: number) => void
  readonly place: (window: number, bounds: Rectangle) => void
  readonly raise: (window: number) => void
  /** As a window manager marks a minimised window: the page learns that nobody sees it. */
  readonly markHidden: (window: number, hidden: boolean) => void
  /** Resolves when the server has done all that was asked so far. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

// Request codes and atoms of the core protocol (X Window System Protocol, release 7, encoding).
const code = {
  mapWindow: 8,
  unmapWindow: 10,
  configureWindow: 12,
  queryTree: 15,
  internAtom: 16,
  changeProperty: 18,
  getProperty: 20,
  getInputFocus: 43,
}
const atomAtom = 4
const wmName = 39
const mask = { geometry: 0b1111, stackMode: 1 << 6 }

/** Where the root window's id is: behind the vendor's name and the list of pixmap formats, which vary in length. */
function rootOf(setup: Buffer): number {
  const vendorLength = setup.readUInt16LE(24)
  const formats = setup.readUInt8(29)
  return setup.readUInt32LE(40 + ((vendorLength + 3) & ~3) + formats * 8)
}

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeInt32LE(value | 0, at * 4))
  return bytes
}

/** Answers come in the order of the questions; events and errors are passed over. */
function answers(socket: Socket, hear: (answer: Buffer, number: number) => void): void {
  let held = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    for (;;) {
      if (held.length < 32) return
      const length = held[0] === 1 ? 32 + held.readUInt32LE(4) * 4 : 32
      if (held.length < length) return
      const answer = held.subarray(0, length)
      held = held.subarray(length)
      if (answer.readUInt8(0) <= 1) hear(answer, answer.readUInt16LE(2))
    }
  })
}

async function greet(socket: Socket): Promise<Buffer> {
  await once(socket, 'connect')
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  let held = Buffer.alloc(0)
  for (;;) {
    held = Buffer.concat([held, ((await once(socket, 'data')) as [Buffer])[0]])
    if (held.length >= 8 && held.length >= 8 + held.readUInt16LE(6) * 4) return held
  }
}

/** `display` is what DISPLAY says, `:5` for example. */
export async function connectToX(display: string): Promise<XServer> {
  const number = /:(\d+)/.exec(display)?.[1]
  if (number === undefined) throw new Error(`DISPLAY names no local X server: '${display}'`)
  const socket = createConnection(`/tmp/.X11-unix/X${number}`)
  const root = rootOf(await greet(socket))
  const waiting = new Map<number, (answer: Buffer) => void>()
  answers(socket, (answer, asked) => {
    waiting.get(asked)?.(answer)
    waiting.delete(asked)
  })

  let sent = 0
  function request(which: number, detail: number, body: Buffer): void {
    const bytes = Buffer.alloc(4 + Math.ceil(body.length / 4) * 4)
    bytes.writeUInt8(which, 0)
    bytes.writeUInt8(detail, 1)
    bytes.writeUInt16LE(bytes.length / 4, 2)
    body.copy(bytes, 4)
    sent = (sent + 1) & 0xffff
    if (!socket.destroyed) socket.write(bytes)
  }
  const ask = (which: number, detail: number, body: Buffer): Promise<Buffer> => {
    request(which, detail, body)
    return new Promise((resolve) => waiting.set(sent, resolve))
  }
  async function atom(name: string): Promise<number> {
    const length = Buffer.alloc(4)
    length.writeUInt16LE(name.length)
    return (await ask(code.internAtom, 0, Buffer.concat([length, Buffer.from(name)]))).readUInt32LE(8)
  }
  async function titleOf(window: number): Promise<string> {
    const answer = await ask(code.getProperty, 0, words(window, wmName, 0, 0, 256))
    return answer.subarray(32).toString('latin1')
  }
  async function topWindows(): Promise<readonly number[]> {
    const answer = await ask(code.queryTree, 0, words(root))
    return Array.from({ length: answer.readUInt16LE(16) }, (_, at) => answer.readUInt32LE(32 + at * 4))
  }
  const state = await atom('_NET_WM_STATE')
  const hiddenState = await atom('_NET_WM_STATE_HIDDEN')

  return {
    windowNamed: async (text) => {
      for (const window of await topWindows()) if ((await titleOf(window)).includes(text)) return window
      return undefined
    },
    map: (window) => request(code.mapWindow, 0, words(window)),
    unmap: (window) => request(code.unmapWindow, 0, words(window)),
    place: (window, { x, y, width, height }) => request(code.configureWindow, 0, words(window, mask.geometry, x, y, width, height)),
    raise: (window) => request(code.configureWindow, 0, words(window, mask.stackMode, 0)),
    markHidden: (window, hidden) => {
      const atoms = hidden ? [hiddenState] : []
      const format = Buffer.from([32, 0, 0, 0])
      request(code.changeProperty, 0, Buffer.concat([words(window, state, atomAtom), format, words(atoms.length, ...atoms)]))
    },
    settled: async () => void (await ask(code.getInputFocus, 0, words())),
    close: () => socket.destroy(),
  }
}
