import type { GlobalShortcut } from 'electron'
import { offer } from '../offer.ts'

export type OfferedShortcuts = Pick<GlobalShortcut, 'register' | 'registerAll' | 'unregister' | 'unregisterAll' | 'isRegistered'>

export type ShortcutPart = {
  readonly globalShortcut: OfferedShortcuts
  /** Presses the keys, wherever the focus is; answers whether anyone listens. */
  readonly press: (accelerator: string) => boolean
  /** Keys that another program has: registering them fails. */
  readonly take: (accelerator: string) => void
}

export function globalShortcutPart(): ShortcutPart {
  const registered = new Map<string, () => void>()
  const taken = new Set<string>()
  const globalShortcut: OfferedShortcuts = {
    register: (accelerator, callback) => {
      if (taken.has(accelerator) || registered.has(accelerator)) return false
      registered.set(accelerator, callback)
      return true
    },
    registerAll: (accelerators, callback) => accelerators.forEach((one) => globalShortcut.register(one, callback)),
    unregister: (accelerator) => void registered.delete(accelerator),
    unregisterAll: () => registered.clear(),
    isRegistered: (accelerator) => registered.has(accelerator),
  }
  return {
    globalShortcut: offer('globalShortcut', globalShortcut),
    press: (accelerator) => {
      registered.get(accelerator)?.()
      return registered.has(accelerator)
    },
    take: (accelerator) => void taken.add(accelerator),
  }
}
