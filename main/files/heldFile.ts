/** A virus scanner or an indexer holds a new file for a moment on Windows; after these waits it is a real fault. ms. */
export const retryAfterMs = [20, 60, 200, 500]

/** Whether somebody else has the file open just now. */
export const isHeld = (error: unknown): boolean => ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')
