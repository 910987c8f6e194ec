import { useEffect, useRef } from 'react'

/** What a key does, by its name: `j`, `Enter`, `Ctrl+Enter`, `?`. Answering false lets the key pass on. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void | false>>

const keyName = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : event.altKey ? `Alt+${key}` : key
}

const typing = 'input, textarea, select, [contenteditable="true"], [role="combobox"]'

/** Keys that belong to what has the focus: letters to a text field, Enter and Space to a button. */
const belongsToFocus = (target: EventTarget | null, name: string): boolean => {
  if (!(target instanceof Element)) return false
  if (name.startsWith('Ctrl+') || name.startsWith('Alt+')) return false
  if (target.closest(typing)) return true
  if (target.closest('[role="dialog"]')) return true
  return (name === 'Enter' || name === ' ') && target.closest('button, a, summary, [data-keeps-enter]') !== null
}

/** Listens to the whole window while `isOn`, leaving typing alone. */
export const useKeys = (keys: Keys, isOn = true): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      // An input method is composing Chinese: its keys are not ours.
      if (event.isComposing || event.defaultPrevented) return
      const name = keyName(event)
      const act = latest.current[name]
      if (!act || belongsToFocus(event.target, name)) return
      if (act(event) !== false) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [isOn])
}
