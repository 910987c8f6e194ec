/** A virus scanner or an indexer holds a new file for a moment on Windows; after these waits it is a real fault. ms. */
export const retryAfterMs = [20, 60, 200, 500]

/** Whether somebody else has the file open just now. */
export const isHeld = (error: unknown): boolean => ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')

export type Pause = (ms: number) => void

/** For the few small files that must be there before the program goes on, or ends. */
export const standStill: Pause = (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** Does something with a file once nobody else holds it. Throws what else is wrong, and when it is held for good. */
export const onceFree = <T>(act: () => T, pause: Pause = standStill, [wait, ...rest] = retryAfterMs): T => {
  try {
    return act()
  } catch (error) {
    if (wait === undefined || !isHeld(error)) throw error
    pause(wait)
    return onceFree(act, pause, rest)
  }
}
