import type { bridge as bridgeType } from './bridge.ts'
import type { packed as packedType, unpacked as unpackedType } from './packed.ts'

export type FromPreload =
  | { readonly say: 'invoke'; readonly number: number; readonly channel: string; readonly given: unknown }
  | { readonly say: 'send'; readonly channel: string; readonly given: unknown }

export type ToPreload =
  | { readonly say: 'answer'; readonly number: number; readonly value?: unknown; readonly error?: string }
  | { readonly say: 'send'; readonly channel: string; readonly given: unknown }

export type PreloadSetup = {
  /** The event that hands the port to the page's world. */
  readonly handing: string
  /** The name under which this world, and no other, finds the way out to the main process. */
  readonly binding: string
  /** The name under which the main process finds the way in. */
  readonly delivery: string
  readonly argv: readonly string[]
}

type Preload = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown, process: unknown) => void

/** What a sandboxed preload finds: `require('electron')` with the bridge and the renderer's end of IPC. Sent into the page as text. */
export function preloadWorld(
  { handing, binding, delivery, argv }: PreloadSetup,
  bridge: typeof bridgeType,
  packed: typeof packedType,
  unpacked: typeof unpackedType,
  preload: Preload,
): void {
  if (window.top !== window) return
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const { port1: port } = new MessageChannel()
  const post = (message: FromPreload): void => world[binding]?.(JSON.stringify(message))

  type Listener = (event: unknown, ...given: unknown[]) => void
  const listeners = new Map<string, Listener[]>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>()
  let last = 0

  world[delivery] = (text) => {
    const message = JSON.parse(text) as ToPreload
    if (message.say === 'send') {
      const event = { sender: ipcRenderer, ports: [] }
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener(event, ...(unpacked(message.given) as unknown[]))
      return
    }
    const asked = waiting.get(message.number)
    waiting.delete(message.number)
    if (message.error === undefined) asked?.resolve(unpacked(message.value))
    else asked?.reject(new Error(message.error))
  }

  const ipcRenderer = {
    invoke: (channel: string, ...given: unknown[]) =>
      new Promise((resolve, reject) => {
        const wire = packed(given)
        waiting.set(++last, { resolve, reject })
        post({ say: 'invoke', number: last, channel, given: wire })
      }),
    send: (channel: string, ...given: unknown[]) => post({ say: 'send', channel, given: packed(given) }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    once: (channel: string, listener: Listener) => {
      const first: Listener = (event, ...given) => {
        ipcRenderer.removeListener(channel, first)
        listener(event, ...given)
      }
      return ipcRenderer.on(channel, first)
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
    removeListener: (channel: string, listener: Listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((held) => held !== listener),
      )
      return ipcRenderer
    },
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  const refuseUnknown = (name: string, part: object): object =>
    new Proxy(part, {
      get: (target, key) => {
        if (key in target || typeof key === 'symbol' || key === 'then') return Reflect.get(target, key) as unknown
        throw new Error(`The stand-in offers no ${name}.${key} in a preload.`)
      },
    })

  window.dispatchEvent(new MessageEvent(handing, { ports: [port] }))
  const { expose } = bridge(port, 'preload', 'page', () => undefined)
  const electron = refuseUnknown('electron', {
    contextBridge: refuseUnknown('contextBridge', { exposeInMainWorld: expose }),
    ipcRenderer: refuseUnknown('ipcRenderer', ipcRenderer),
  })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`A sandboxed preload cannot require '${name}': bundle it.`)
  }
  const module = { exports: {} }
  const process = { argv, env: {}, type: 'renderer', sandboxed: true, contextIsolated: true, platform: 'linux', versions: {} }
  preload(require, module, module.exports, process)
}
