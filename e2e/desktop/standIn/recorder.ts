/** One thing the main process asked of the system that the stand-in has none of: kept, so that a test can see it. */
export type Recorded = { readonly what: string; readonly given: readonly unknown[] }

export type Recorder = {
  readonly record: (what: string, ...given: readonly unknown[]) => void
  readonly all: () => readonly Recorded[]
}

export function recorder(): Recorder {
  const kept: Recorded[] = []
  return { record: (what, ...given) => void kept.push({ what, given }), all: () => kept }
}
