import type { OpenAlarm } from '../../shared/contracts/desk.ts'
import { freshOf, mostNotes, remembered, standingOf } from './standingAlarms.ts'

/** A note that is shown, and the alarms that it tells of. Held as long as one stands: of a note that nobody holds, a click may get lost. */
type Note = { readonly ids: ReadonlySet<string>; readonly close: () => void }

type Needs = {
  /** Shows a note of the system; the answer takes it away again. */
  readonly note: (title: string, text: string, isLoud: boolean) => () => void
  /** A person is at one of the consoles. */
  readonly isLookedAt: () => boolean
  /** The consoles ask for attention in the task bar, or no longer do. */
  readonly flash: (isOn: boolean) => void
  readonly count: (standing: number) => void
  readonly several: (count: number) => string
}

/**
 * Tells the person at this desk of alarms while nobody looks at a console: one note for each new one, or one for many;
 * the task bar as long as one stands. Consoles say which stand; several of one desk say the same.
 */
export const alerts = ({ note, isLookedAt, flash, count, several }: Needs) => {
  const byWindow = new Map<number, readonly OpenAlarm[]>()
  let notes: readonly Note[] = []
  let known: ReadonlySet<string> = new Set()
  let counted = 0
  let isFlashing = false

  const attention = (standing: number) => {
    const wanted = standing > 0 && !isLookedAt()
    if (wanted !== isFlashing) flash(wanted)
    isFlashing = wanted
  }

  const noteOfMany = (fresh: readonly OpenAlarm[]): Note => ({
    ids: new Set(fresh.map(({ id }) => id)),
    close: note(
      several(fresh.length),
      fresh
        .map(({ title }) => title)
        .join('\n')
        .slice(0, 200),
      fresh.some(({ isLoud }) => isLoud),
    ),
  })

  const tell = (fresh: readonly OpenAlarm[]) => {
    const told =
      fresh.length > mostNotes
        ? [noteOfMany(fresh)]
        : fresh.map(({ id, title, text, isLoud }) => ({ ids: new Set([id]), close: note(title, text, isLoud) }))
    notes = [...notes, ...told]
  }

  /** The notes go none of whose alarms stands any more. */
  const tidy = (standing: readonly OpenAlarm[]) => {
    const stands = ({ ids }: Note) => standing.some(({ id }) => ids.has(id))
    const gone = notes.filter((one) => !stands(one))
    notes = notes.filter(stands)
    for (const { close } of gone) close()
  }

  const changed = () => {
    const standing = standingOf(byWindow)
    const fresh = freshOf(standing, known)
    known = remembered(known, standing)
    tidy(standing)
    if (!isLookedAt()) tell(fresh)
    const before = counted
    counted = standing.length
    if (counted !== before) count(counted)
    attention(standing.length)
  }

  return {
    are: (window: number, alarms: readonly OpenAlarm[]) => {
      byWindow.set(window, alarms)
      changed()
    },
    /** A window that is closed says nothing any more. */
    gone: (window: number) => {
      if (byWindow.delete(window)) changed()
    },
    /** A person came to a console, or left it. */
    looked: () => attention(counted),
    standing: () => counted,
  }
}
