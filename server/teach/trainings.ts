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

/** A training; `run` is null while it is being made ready. What is being kept can no longer be stopped. */
type Slot = { run: RunningTraining | null; isKeeping: boolean }

/** Trainings, one at a time. What comes of one is kept with how it compares, and changes nothing that is in force. */
export const trainings = (needs: Needs) => {
  const { shelf, taxonomy, runTraining, now, onTrouble } = needs
  let state: TrainingState = { state: 'none' }
  let running: Slot | null = null
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

  const runIt = async (slot: Slot, { taught, heldBack }: Sides, by: Person) => {
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
      slot.isKeeping = true
      await shelf.keep(model, bytes)
      await shelf.keepComparison({ at: now(), incidents: heldBack.length, texts: lessons.trials.length, scores })
      end(null)
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
      const slot: Slot = { run: null, isKeeping: false }
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
      if (!running || running.isKeeping) return no('no-training')
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
