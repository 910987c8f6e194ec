import { useEffect, useState } from 'react'

/** What had the focus before a form opened gets it back when the form goes, unless somebody has gone elsewhere meanwhile. */
export const useFocusBack = (): void => {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
}
