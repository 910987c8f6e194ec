import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'

/** The wire to an X server: what is asked goes out in order, and answers and events come back. */
export type XConnection = {
  readonly root: number
  /** An id for a window of our own. */
  readonly newId: () => number
  readonly request: (code: number, detail: number, body: Buffer) => void
  readonly ask: (code: number, detail: number, body: Buffer) => Promise<Buffer>
  readonly atom: (name: string) => Promise<number>
  readonly onEvent: (hear: (event: Buffer) => void) => void
  readonly close: () => void
}

const internAtom = 16
const answerKind = 1

/** Numbers as the protocol writes them: four bytes each, in this machine's order. */
export const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeInt32LE(value | 0, at * 4))
  return bytes
}

/** Where the root window's id is: behind the vendor's name and the list of pixmap formats, which vary in length. */
function rootOf(setup: Buffer): number {
  const vendorLength = setup.readUInt16LE(24)
  const formats = setup.readUInt8(29)
  return setup.readUInt32LE(40 + ((vendorLength + 3) & ~3) + formats * 8)
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

/** Cuts what comes into answers, errors and events: 32 bytes each, but answers may be longer. */
function packets(socket: Socket, hear: (packet: Buffer) => void): void {
  let held = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    for (;;) {
      if (held.length < 32) return
      const length = held[0] === answerKind ? 32 + held.readUInt32LE(4) * 4 : 32
      if (held.length < length) return
      hear(held.subarray(0, length))
      held = held.subarray(length)
    }
  })
}

/** `display` is what DISPLAY says, `:5` for example. */
export async function connectToX(display: string): Promise<XConnection> {
  const number = /:(\d+)/.exec(display)?.[1]
  if (number === undefined) throw new Error(`DISPLAY names no local X server: '${display}'`)
  const socket = createConnection(`/tmp/.X11-unix/X${number}`)
  const setup = await greet(socket)
  // The server may end before us; whoever asks it something then is answered by no one.
  socket.on('error', () => undefined)
  const waiting = new Map<number, (answer: Buffer) => void>()
  let hearEvent: (event: Buffer) => void = () => undefined
  packets(socket, (packet) => {
    if (packet.readUInt8(0) > answerKind) return hearEvent(packet)
    const asked = packet.readUInt16LE(2)
    waiting.get(asked)?.(packet)
    waiting.delete(asked)
  })

  let sent = 0
  let ids = setup.readUInt32LE(12)
  function request(code: number, detail: number, body: Buffer): void {
    const bytes = Buffer.alloc(4 + Math.ceil(body.length / 4) * 4)
    bytes.writeUInt8(code, 0)
    bytes.writeUInt8(detail, 1)
    bytes.writeUInt16LE(bytes.length / 4, 2)
    body.copy(bytes, 4)
    sent = (sent + 1) & 0xffff
    if (!socket.destroyed) socket.write(bytes)
  }
  const ask = (code: number, detail: number, body: Buffer): Promise<Buffer> => {
    request(code, detail, body)
    return new Promise((resolve) => waiting.set(sent, resolve))
  }

  return {
    root: rootOf(setup),
    newId: () => (ids += 1),
    request,
    ask,
    atom: async (name) => {
      const length = Buffer.alloc(4)
      length.writeUInt16LE(name.length)
      return (await ask(internAtom, 0, Buffer.concat([length, Buffer.from(name)]))).readUInt32LE(8)
    },
    onEvent: (hear) => {
      hearEvent = hear
    },
    close: () => socket.destroy(),
  }
}
