import type { EventEmitter } from 'node:events'

/** What the language itself asks of any object: awaiting it, printing it, comparing it. Nobody calls these on purpose. */
const askedByTheLanguage: ReadonlySet<PropertyKey> = new Set(['then', 'toJSON', 'constructor', 'prototype', 'inspect', 'nodeType'])

/** The events that can happen; a channel of IPC may have any name. Node itself listens for `error` wherever it waits for an event. */
type Events = readonly string[] | 'any'

const listening: ReadonlySet<PropertyKey> = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'])

function heard(name: string, part: EventEmitter, method: (...given: unknown[]) => unknown, events: Events) {
  return (event: unknown, ...rest: unknown[]) => {
    if (events !== 'any' && event !== 'error' && !events.includes(String(event)))
      throw new Error(`The stand-in offers no event '${String(event)}' of ${name}.`)
    return method.call(part, event, ...rest)
  }
}

/**
 * A part of Electron as the stand-in offers it: what is not there is refused by name.
 *
 * An `undefined` would let our main process take the wrong branch and a test pass that proves nothing. `events` are the
 * events that can really happen; listening for another is refused as well.
 */
export function offer<Part extends object>(name: string, part: Part, events: Events = []): Part {
  return new Proxy(part, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target)
      if (listening.has(key) && typeof value === 'function' && 'emit' in target)
        return heard(name, target as unknown as EventEmitter, value as (...given: unknown[]) => unknown, events)
      if (key in target || typeof key === 'symbol' || askedByTheLanguage.has(key)) return value
      throw new Error(`The stand-in offers no ${name}.${key}.`)
    },
    set: (target, key, value) => {
      if (!(key in target)) throw new Error(`The stand-in offers no ${name}.${String(key)}.`)
      return Reflect.set(target, key, value, target)
    },
  })
}
