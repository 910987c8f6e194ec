import type { CommandId } from '../../shared/domain/ids.ts'

/** Retries come within seconds; older ones say so (`mayBeOld`) and are looked up in the journal. */
const remembered = 20_000

/** The answers of the latest commands, so that one sent twice is answered twice and done once. */
export const recentAnswers = <D>(limit = remembered) => {
  const answers = new Map<CommandId, Promise<D>>()
  return {
    get: (id: CommandId) => answers.get(id),
    set: (id: CommandId, answer: Promise<D>) => {
      answers.set(id, answer)
      if (answers.size <= limit) return
      const oldest = answers.keys().next().value
      if (oldest !== undefined) answers.delete(oldest)
    },
    forget: (id: CommandId) => void answers.delete(id),
  }
}
