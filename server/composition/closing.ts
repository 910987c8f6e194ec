type Close = () => Promise<unknown>

/** Closes what was opened, the last first; also when opening stopped half way. */
export const closing = () => {
  const opened: Close[] = []
  return {
    add: (close: Close): void => void opened.push(close),
    closeAll: async (): Promise<void> => {
      for (let close = opened.pop(); close; close = opened.pop()) await close()
    },
  }
}

export type Closing = ReturnType<typeof closing>
