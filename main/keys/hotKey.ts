import { globalShortcut } from 'electron'

const modifiers = new Set(['CommandOrControl', 'CmdOrCtrl', 'Command', 'Cmd', 'Control', 'Ctrl', 'Alt', 'Option', 'AltGr', 'Super', 'Meta'])

/** Whether keys may be taken from every other program: never such as people type with. */
export const isHotKey = (accelerator: string): boolean => {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1)
  const isKey = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right|num[0-9])$/i.test(key)
  const isHeld = held.every((one) => one === 'Shift' || modifiers.has(one))
  return isKey && isHeld && new Set(held).size === held.length && (held.some((one) => modifiers.has(one)) || /^F\d/i.test(key))
}

/** The one key of the whole system that is ours, wherever the person's hands are. */
export const hotKey = (pressed: () => void) => {
  let held: string | null = null
  const free = () => {
    if (held !== null) globalShortcut.unregister(held)
    held = null
  }
  const take = (accelerator: string): boolean => {
    try {
      return isHotKey(accelerator) && globalShortcut.register(accelerator, pressed)
    } catch {
      // Electron throws at keys that it does not know.
      return false
    }
  }
  return {
    /** Another one, or none. False when another program has it: then none is ours. */
    set: (accelerator: string | null): boolean => {
      free()
      if (accelerator === null) return true
      if (take(accelerator)) held = accelerator
      return held !== null
    },
    has: () => held !== null,
    free,
  }
}
