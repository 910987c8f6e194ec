import type { TaughtModel, TrainingFault, TrainingState } from '../../shared/contracts/teaching.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { lessonsOf, type Sides } from './lessons.ts'
import type { ModelShelf } from './modelShelf.ts'
import type { Person, Taught } from './taught.ts'
import { done, no } from './taught.ts'
import type { RunningTraining, RunTraining } from './training.ts'

type Needs = {
  readonly shelf: ModelShelf
  readonly sides: () => Promise<Sides>
  readonly taxonomy: Taxonomy
  /** How sure the room wants the brain to be. */
  readonly sureFrom: () => number
  readonly runTraining: RunTraining
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

/** Trainings, one at a time. What comes of one is kept with how it compares, and changes nothing that is in force. */
export const trainings = (needs: Needs) => {
  const { shelf, taxonomy, runTraining, now, onTrouble } = needs
  let state: TrainingState = { state: 'none' }
  /** The one that runs; `null` inside: it is being made ready. */
  let running: { run: RunningTraining | null } | null = null
  let ending: Promise<void> = Promise.resolve()

  const end = (fault: TrainingFault | null) => {
    running = null
    state = fault === null ? { state: 'none' } : { state: 'over', at: now(), fault }
  }

  /** Models that can be read; one that cannot is measured no more. */
  const readable = async () => {
    const models = await shelf.models()
    const read = await Promise.all(
      models.map(async ({ number }) => {
        const bytes = await shelf.bytes(number).catch(() => null)
        return bytes ? [{ number, bytes }] : []
      }),
    )
    return read.flat()
  }

  const runIt = async (slot: { run: RunningTraining | null }, { taught, heldBack }: Sides, by: Person) => {
    const isOver = () => running !== slot
    let fault: TrainingFault = 'failed'
    try {
      const lessons = lessonsOf({ taught, heldBack })
      const [models, number] = [await readable(), await shelf.nextNumber()]
      if (isOver()) return
      slot.run = runTraining({ ...lessons, taxonomy, models, number, sureFrom: needs.sureFrom() }, (steps, of) => {
        if (!isOver() && state.state === 'running') state = { ...state, done: steps, of }
      })
      const { bytes, shippedTexts, scores } = await slot.run.result
      if (isOver()) return
      const model: TaughtModel = {
        number,
        trainedAt: now(),
        by: by.name,
        incidents: taught.length,
        corrections: taught.filter(({ isCorrected }) => isCorrected).length,
        shippedTexts,
      }
      fault = 'not-kept'
      await shelf.keep(model, bytes)
      await shelf.keepComparison({ at: now(), incidents: heldBack.length, texts: lessons.trials.length, scores })
      if (!isOver()) end(null)
    } catch (error) {
      if (isOver()) return
      end(fault)
      onTrouble(error)
    }
  }

  return {
    state: () => state,
    train: async (by: Person): Promise<Taught> => {
      if (running) return no('training-runs')
      const slot = { run: null }
      running = slot
      const sides = await needs.sides().catch((error: unknown) => {
        running = null
        throw error
      })
      if (running !== slot) return no('no-training')
      if (sides.taught.length === 0) {
        running = null
        return no('no-examples')
      }
      state = { state: 'running', since: now(), by: by.name, done: 0, of: 0 }
      ending = runIt(slot, sides, by)
      return done
    },
    stop: async (): Promise<Taught> => {
      if (!running) return no('no-training')
      const { run } = running
      end('stopped')
      run?.cancel()
      await ending
      return done
    },
    /** Resolves when the last training has ended. */
    idle: () => ending,
  }
}
