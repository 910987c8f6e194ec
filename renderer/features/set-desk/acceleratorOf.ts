type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** By where the key lies, so that Alt and an input method do not change its name. */
const keyOf = (code: string): string | null => {
  const known = /^(?:Key([A-Z])|Digit([0-9])|(F(?:[1-9]|1[0-9]|2[0-4])))$/.exec(code)
  return known?.[1] ?? known?.[2] ?? known?.[3] ?? null
}

/**
 * What was pressed, as the desktop names it; null while it is no combination. A letter or digit needs Ctrl or Alt, or
 * the whole machine could not type it any more.
 */
export const acceleratorOf = ({ code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null => {
  const key = keyOf(code)
  if (key === null) return null
  const isCommand = ctrlKey || metaKey
  if (!isCommand && !altKey && key.length === 1) return null
  return [isCommand && 'CommandOrControl', altKey && 'Alt', shiftKey && 'Shift', key].filter(Boolean).join('+')
}

/** As it stands on the keys. */
export const keysOf = (accelerator: string): string => accelerator.replace('CommandOrControl', 'Ctrl').replaceAll('+', ' + ')
