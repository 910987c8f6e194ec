/** The machine's clock as the main process reads it: a test can let it go forward, as it has after the machine slept. */
export function machineClock(): { readonly forward: (ms: number) => void } {
  const read = Date.now
  let aheadMs = 0
  Date.now = () => read() + aheadMs
  return { forward: (ms) => void (aheadMs += ms) }
}
