import { shippedNumber, type BrainState } from '../../shared/contracts/teaching.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Example } from './example.ts'
import { sidesOf, type Sides } from './lessons.ts'
import type { InForce, ModelShelf } from './modelShelf.ts'
import { noteOfChange } from './noteOfChange.ts'
import { done, no, type Person, type Taught } from './taught.ts'
import { trainings } from './trainings.ts'
import type { RunTraining } from './training.ts'

export type TeacherNeeds<P extends Person> = {
  readonly shelf: ModelShelf
  readonly examples: () => Promise<readonly Example[]>
  readonly taxonomy: Taxonomy
  readonly sureFrom: () => number
  readonly runTraining: RunTraining
  /** Makes a model ready, null the shipped one; the answer puts it in force at once. Throws on bytes that are no model. */
  readonly prepare: (bytes: Uint8Array | null) => () => void
  /** Writes into the journal who did what; false when it cannot be kept. */
  readonly note: (by: P, text: string) => Promise<boolean>
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

/** Teaches the brain on the room's own incidents, and knows which model is in force. */
export const teacher = async <P extends Person>(needs: TeacherNeeds<P>) => {
  const { shelf, taxonomy, prepare, note, now, onTrouble } = needs
  let inForce: InForce | null = null
  let lost: BrainState['lost'] = null
  let isChanging = false

  let parted: { readonly of: readonly Example[]; readonly sides: Sides } | null = null
  const sides = async (): Promise<Sides> => {
    const examples = await needs.examples()
    if (parted?.of !== examples) parted = { of: examples, sides: sidesOf(examples, taxonomy) }
    return parted.sides
  }
  const { state: training, train, stop, idle } = trainings({ ...needs, sides })
  const numberInForce = () => inForce?.number ?? shippedNumber

  const bytesOf = async (number: number) => (number === shippedNumber ? null : shelf.bytes(number))

  /** What stood when the room was last closed, or the shipped one where that cannot be read. */
  const takeUp = async () => {
    let wish: InForce | null = null
    try {
      wish = await shelf.inForce()
      if (wish) prepare(await bytesOf(wish.number))()
      inForce = wish
    } catch (error) {
      lost = { number: wish?.number ?? null }
      onTrouble(error)
    }
  }
  await takeUp()

  /** The model made ready, or why it cannot be. */
  const ready = async (number: number): Promise<(() => void) | 'unknown-model' | 'lost-model'> => {
    if (number !== shippedNumber && !(await shelf.models()).some((model) => model.number === number)) return 'unknown-model'
    try {
      return prepare(await bytesOf(number))
    } catch (error) {
      onTrouble(error)
      return 'lost-model'
    }
  }

  const change = async (by: P, number: number): Promise<Taught> => {
    const use = await ready(number)
    if (typeof use === 'string') return no(use)
    const [was, wish] = [numberInForce(), { number, since: now(), by: by.name }]
    try {
      const text = noteOfChange({ from: was, to: number, comparison: await shelf.comparison() })
      await shelf.putInForce(wish)
      if (!(await note(by, text))) {
        // Nobody could ever read that it was changed: then it is not.
        await shelf.putInForce(inForce ?? { ...wish, number: shippedNumber })
        return no('not-kept')
      }
    } catch (error) {
      onTrouble(error)
      return no('not-kept')
    }
    use()
    inForce = wish
    lost = null
    return done
  }

  const putInForce = async (by: P, number: number, was: number): Promise<Taught> => {
    if (isChanging || was !== numberInForce()) return no('changed-meanwhile')
    isChanging = true
    try {
      return await change(by, number)
    } finally {
      isChanging = false
    }
  }

  const state = async (): Promise<BrainState> => {
    const { taught, heldBack } = await sides()
    const all = [...taught, ...heldBack]
    return {
      now: now(),
      examples: {
        incidents: all.length,
        corrections: all.filter(({ isCorrected }) => isCorrected).length,
        since: all.length === 0 ? null : all.reduce((first, { openedAt }) => Math.min(first, openedAt), Infinity),
        heldBack: heldBack.length,
      },
      models: await shelf.models(),
      inForce: { number: numberInForce(), since: inForce?.since ?? null, by: inForce?.by ?? null },
      lost,
      comparison: await shelf.comparison(),
      training: training(),
    }
  }

  return {
    state,
    train,
    stop,
    putInForce,
    /** What should be in force and cannot be read; null when all is well. */
    lost: () => lost,
    idle,
    close: async (): Promise<void> => {
      await stop()
      await idle()
    },
  }
}

export type Teacher<P extends Person> = Awaited<ReturnType<typeof teacher<P>>>
