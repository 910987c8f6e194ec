import type { NoOpinion, Opinion, OpinionAnswer, OpinionLanguage } from '../../shared/contracts/opinion.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { askModel, ModelTrouble, type Endpoint } from './askModel.ts'
import { breaker } from './breaker.ts'
import { promptOf } from './promptOf.ts'
import { readOpinion } from './readOpinion.ts'
import { wordsSent } from './wordsSent.ts'

type Needs = {
  readonly endpoint: Endpoint
  readonly taxonomy: Taxonomy
  readonly monotonic: () => number
  readonly setTimer: (run: () => void, delayMs: number) => () => void
  /** Told once when the model is left alone, not of each failure. */
  readonly onTrouble: (error: unknown) => void
}

export type SecondOpinion = {
  readonly ask: (incident: Pick<Incident, 'reports'>, language: OpinionLanguage) => Promise<OpinionAnswer>
  /** Hangs up on whatever is being asked. */
  readonly close: () => void
}

/** Longer than this nobody waits while a caller is on the line. */
export const limitMs = 3_000

/** A room's own machine answers few at once; more would make all of them late. */
export const mostAtOnce = 2

/** A shift's worth of cards that were looked at; a few hundred bytes each. */
const mostKept = 300

const none = (why: NoOpinion): OpinionAnswer => ({ state: 'none', why })

/**
 * 第二意见: what a model of the room's own makes of an incident's words.
 *
 * It stands beside the path of a report, never on it: a person asks for it, everybody else goes on, and all it
 * can do is to be shown. The same words are asked about once.
 */
export const secondOpinion = ({ endpoint, taxonomy, monotonic, setTimer, onTrouble }: Needs): SecondOpinion => {
  const prompts = { zh: promptOf(taxonomy, 'zh'), en: promptOf(taxonomy, 'en') }
  const health = breaker(monotonic)
  const kept = new Map<string, Opinion>()
  const asking = new Map<string, { readonly answer: Promise<OpinionAnswer>; readonly hangUp: () => void }>()

  const keep = (key: string, opinion: Opinion) => {
    kept.set(key, opinion)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }

  const failed = (error: unknown) => void (health.failed() && onTrouble(error))

  const askOnce = async (
    key: string,
    words: readonly string[],
    language: OpinionLanguage,
    line: AbortController,
  ): Promise<OpinionAnswer> => {
    let isLate = false
    const stopTimer = setTimer(() => {
      isLate = true
      line.abort()
    }, limitMs)
    try {
      const opinion = readOpinion(await askModel(endpoint, prompts[language](words), line.signal), taxonomy)
      if (opinion === null) throw new ModelTrouble('unusable', 'The answer is no opinion')
      health.succeeded()
      keep(key, opinion)
      return { state: 'given', opinion }
    } catch (error) {
      if (!(error instanceof ModelTrouble)) throw error
      failed(isLate ? new ModelTrouble('down', `The model did not answer within ${limitMs} ms`) : error)
      return none(isLate ? 'late' : error.why)
    } finally {
      stopTimer()
      asking.delete(key)
    }
  }

  return {
    ask: async ({ reports }, language) => {
      const words = wordsSent(reports)
      const key = JSON.stringify([language, words])
      const known = kept.get(key)
      if (known) return { state: 'given', opinion: known }
      const same = asking.get(key)
      if (same) return same.answer
      if (asking.size >= mostAtOnce) return none('busy')
      if (!health.mayTry()) return none('resting')
      const line = new AbortController()
      const answer = askOnce(key, words, language, line)
      asking.set(key, { answer, hangUp: () => line.abort() })
      return answer
    },
    close: () => asking.forEach(({ hangUp }) => hangUp()),
  }
}
