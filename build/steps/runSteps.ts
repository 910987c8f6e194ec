export type Step = {
  readonly name: string
  /** Program and arguments; programs of installed packages are found by name. */
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
}

export type Ended = { readonly name: string; readonly ok: boolean; readonly tookMs: number }

export type Surroundings = {
  /** Runs one step to its end and answers whether it ended well. */
  readonly run: (step: Step) => Promise<{ readonly ok: boolean; readonly printed: string }>
  readonly now: () => number
  readonly say: (line: string) => void
  readonly atOnce: number
  /** Whether steps that have not started when one fails are still played. */
  readonly afterRed: 'stop' | 'go-on'
}

/**
 * Runs steps in their order, a few at a time. With 'stop', once one has failed no further one starts, while those already
 * running are waited for. What a failed step printed is shown; what a good one printed is not worth reading.
 * Answers one entry per step that ran, in the order of ending.
 */
export async function runSteps(steps: readonly Step[], { run, now, say, atOnce, afterRed }: Surroundings): Promise<readonly Ended[]> {
  const waiting = [...steps]
  const ended: Ended[] = []
  const isOver = (): boolean => afterRed === 'stop' && ended.some(({ ok }) => !ok)

  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step && !isOver(); step = waiting.shift()) {
      const startedAt = now()
      const { ok, printed } = await run(step)
      const tookMs = now() - startedAt
      ended.push({ name: step.name, ok, tookMs })
      if (!ok) say(printed)
      say(`${ok ? 'ok ' : 'RED'} ${step.name.padEnd(12)} ${(tookMs / 1000).toFixed(1)} s`)
    }
  }

  await Promise.all(Array.from({ length: atOnce }, worker))
  return ended
}
