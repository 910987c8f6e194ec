import { EventEmitter } from 'node:events'
import type { IpcMain } from 'electron'
import { offer } from '../offer.ts'
import { packed, unpacked } from '../worlds/packed.ts'
import type { FromPreload, ToPreload } from '../worlds/preloadWorld.ts'

export type OfferedIpcMain = EventEmitter & Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>

export type IpcMainPart = {
  readonly ipcMain: OfferedIpcMain
  /** What a preload said. `event` names the sender; `answer` goes back to the document that asked. */
  readonly hear: (message: FromPreload, event: object, answer: (message: ToPreload) => void) => void
}

type Handler = (event: never, ...given: unknown[]) => unknown

export function ipcMainPart(): IpcMainPart {
  const handlers = new Map<string, Handler>()
  const heard = new EventEmitter()

  const ipcMain: OfferedIpcMain = Object.assign(heard, {
    handle: (channel: string, handler: Handler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler)
    },
    handleOnce: (channel: string, handler: Handler) => {
      ipcMain.handle(channel, (event, ...given) => {
        handlers.delete(channel)
        return handler(event as never, ...(given as unknown[])) as unknown
      })
    },
    removeHandler: (channel: string) => void handlers.delete(channel),
  })

  async function handled(channel: string, event: object, given: unknown): Promise<unknown> {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return packed(await handler(event as never, ...(unpacked(given) as unknown[])))
  }

  function hear(message: FromPreload, event: object, answer: (message: ToPreload) => void): void {
    if (message.say === 'send') heard.emit(message.channel, event, ...(unpacked(message.given) as unknown[]))
    if (message.say !== 'invoke') return
    const { channel, number, given } = message
    handled(channel, event, given).then(
      (value) => answer({ say: 'answer', number, value }),
      (error: unknown) => answer({ say: 'answer', number, error: `Error invoking remote method '${channel}': ${String(error)}` }),
    )
  }

  return { ipcMain: offer('ipcMain', ipcMain, 'any'), hear }
}
