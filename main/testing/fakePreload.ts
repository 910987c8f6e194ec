import { EventEmitter } from 'node:events'
import type { ContextBridge, IpcRenderer } from 'electron'

/** What a preload puts before its page. */
export class FakeContextBridge implements Pick<ContextBridge, 'exposeInMainWorld'> {
  readonly exposed = new Map<string, unknown>()
  exposeInMainWorld(key: string, api: unknown) {
    this.exposed.set(key, api)
  }
}

/** `emit(name, event, payload)` is main that tells something. */
export class FakeIpcRenderer extends EventEmitter implements Pick<IpcRenderer, 'invoke'> {
  readonly asked: { readonly name: string; readonly args: readonly unknown[] }[] = []
  invoke(name: string, ...args: readonly unknown[]) {
    this.asked.push({ name, args })
    return Promise.resolve(`answer to ${name}`)
  }
}
