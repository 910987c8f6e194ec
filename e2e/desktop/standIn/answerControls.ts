import type { Answered, Asked, Controls } from './controls.ts'

/** Answers the test that started this process, over the channel it keeps to it; and ends when that test is gone. */
export function answerControls(controls: Controls, end: () => void): void {
  if (!process.send) return
  const answer = (answered: Answered): void => void process.send?.(answered)

  async function valueOf({ what, given }: Asked): Promise<unknown> {
    if (!(what in controls)) throw new Error(`The stand-in has no control '${what}'.`)
    return (controls[what] as (...given: readonly unknown[]) => unknown)(...given)
  }
  process.on('message', (asked: Asked) => {
    const { number } = asked
    valueOf(asked).then(
      (value) => answer({ number, value }),
      (error: unknown) => answer({ number, error: error instanceof Error ? error.message : String(error) }),
    )
  })
  process.once('disconnect', end)
  // The channel alone must not keep alive a main process that has nothing else to do.
  process.channel?.unref()
}
