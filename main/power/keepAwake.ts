import { powerSaveBlocker } from 'electron'

/** Keeps the displays on while the room is seen on them. */
export const keepAwake = () => {
  let held: number | null = null
  return (isWanted: boolean): void => {
    if (isWanted === (held !== null)) return
    if (held !== null) powerSaveBlocker.stop(held)
    held = isWanted ? powerSaveBlocker.start('prevent-display-sleep') : null
  }
}
