import { EventEmitter } from 'node:events'
import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron'
import { offer } from '../offer.ts'

export type OfferedNotification = EventEmitter & Pick<ElectronNotification, 'show' | 'close' | 'title' | 'body'>
export type NotificationSeen = { readonly number: number; readonly title: string; readonly body: string; readonly urgency: string }

export type NotificationPart = {
  readonly Notification: { new (options?: NotificationConstructorOptions): OfferedNotification; isSupported(): boolean }
  /** Those that are on the screen. */
  readonly seen: () => readonly NotificationSeen[]
  readonly click: (number: number) => void
  readonly close: (number: number) => void
}

/** The system's notifications: kept while shown, and clicked by a test. */
export function notificationPart(): NotificationPart {
  type Shown = { readonly heard: EventEmitter; readonly options: NotificationConstructorOptions }
  const shown = new Map<number, Shown>()
  let last = 0
  const at = (number: number): Shown => {
    const found = shown.get(number)
    if (!found) throw new Error(`There is no notification ${number}.`)
    return found
  }
  function close(number: number): void {
    const found = shown.get(number)
    shown.delete(number)
    found?.heard.emit('close', {})
  }

  class Notification {
    constructor(options: NotificationConstructorOptions = {}) {
      last += 1
      const number = last
      const heard = new EventEmitter()
      const notification = Object.assign(heard, {
        title: options.title ?? '',
        body: options.body ?? '',
        show: () => {
          shown.set(number, { heard, options })
          setImmediate(() => heard.emit('show', {}))
        },
        close: () => close(number),
      })
      return offer('Notification', notification, ['show', 'click', 'close', 'failed', 'action', 'reply']) as unknown as Notification
    }
    static isSupported = (): boolean => true
  }

  return {
    Notification: offer('Notification', Notification as unknown as NotificationPart['Notification']),
    seen: () =>
      [...shown].map(
        ([
          number,
          {
            options: { title = '', body = '', urgency = 'normal' },
          },
        ]) => ({ number, title, body, urgency }),
      ),
    click: (number) => void at(number).heard.emit('click', {}),
    close: (number) => {
      at(number)
      close(number)
    },
  }
}
