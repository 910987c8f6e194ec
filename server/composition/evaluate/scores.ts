import type { Assessment } from '../../../shared/domain/incident/report.ts'
import type { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { bootstrap, share, type Measured } from './intervals.ts'

/** A text with what is so and what the brain says. */
export type Judged = {
  /** What the set calls it. */
  readonly id: string
  readonly text: string
  /** Accepted kinds, best first. */
  readonly kinds: readonly KindCode[]
  /** Null where the set does not say. */
  readonly policeNeeded: boolean | null
  readonly critical: boolean | null
  readonly force: string | null
  readonly seen: Assessment
  readonly seenForce: string | null
}

const isRight = ({ kinds, seen }: Judged) => kinds.includes(seen.kind)

/** Expected calibration error over ten equal bins (M. P. Naeini et al. 2015): how far confidence is from how often it is right. */
export const calibrationError = (rows: readonly { readonly confidence: number; readonly isRight: boolean }[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0 }))
  for (const { confidence, isRight } of rows) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    if (!bin) continue
    bin.said += confidence
    bin.right += isRight ? 1 : 0
  }
  return bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / rows.length
}

const of = (rows: readonly Judged[], holds: (row: Judged) => boolean): Measured => share(rows.filter(holds).length, rows.length)

/** What the brain's answers are worth. Sets that do not label an answer have NaN there. */
export const scoresOf = (rows: readonly Judged[], random: () => number) => {
  const police = rows.filter((row) => row.policeNeeded !== null)
  const critical = rows.filter((row) => row.critical !== null)
  const withKind = rows.filter(({ kinds }) => kinds.length > 0)
  return {
    kindTop1: of(withKind, isRight),
    kindTop3: of(withKind, (row) => isRight(row) || row.seen.alternatives.slice(0, 2).some(({ kind }) => row.kinds.includes(kind))),
    force: of(
      rows.filter(({ force }) => force !== null),
      ({ force, seenForce }) => force === seenForce,
    ),
    policeRecall: of(
      police.filter((row) => row.policeNeeded),
      ({ seen }) => seen.policeNeeded,
    ),
    policePrecision: of(
      police.filter(({ seen }) => seen.policeNeeded),
      (row) => row.policeNeeded === true,
    ),
    criticalRecall: of(
      critical.filter((row) => row.critical),
      ({ seen }) => seen.critical,
    ),
    criticalPrecision: of(
      critical.filter(({ seen }) => seen.critical),
      (row) => row.critical === true,
    ),
    calibrationError: bootstrap(
      withKind.map((row) => ({ confidence: row.seen.confidence, isRight: isRight(row) })),
      calibrationError,
      random,
    ),
  }
}

export type Scores = ReturnType<typeof scoresOf>
