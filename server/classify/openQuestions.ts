import type { OpenQuestion } from '../../shared/contracts/console.ts'
import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { BrainData } from './brainData.ts'
import { parsePhrases, lonePhraseFinder } from './phrase.ts'
import { plainText } from './plainText.ts'
import type { QuestionData } from './questionData.ts'
import { wholesOf } from './wordBook.ts'

/** The questions of a kind that no text answers yet, in their order. */
export type OpenQuestions = (kind: KindCode, texts: readonly string[]) => readonly OpenQuestion[]

const clauseEnd = /[,，;；。!！?？\n]/

/** The clause in which a stretch stands, from the mark before it to the mark after it. */
const clauseAround = (text: string, start: number, end: number): string => {
  let from = start
  while (from > 0 && !clauseEnd.test(text.charAt(from - 1))) from -= 1
  let to = end
  while (to < text.length && !clauseEnd.test(text.charAt(to))) to += 1
  return text.slice(from, to)
}

/**
 * 该问什么: what to ask next about a matter of a kind, less what its texts say already.
 *
 * That nobody is hurt answers as well as that somebody is, so denial does not count; that the caller does not
 * know, or asks back, answers nothing.
 */
export const openQuestions = (data: QuestionData, { spelling, wholeWords }: Pick<BrainData, 'spelling' | 'wholeWords'>): OpenQuestions => {
  const plain = plainText(spelling)
  const wholes = wholesOf(wholeWords, plain)
  const parsed = Object.entries(data.topics).flatMap(([topic, notation]) =>
    parsePhrases(plain(notation)).map((phrase) => ({ topic, phrase })),
  )
  const findTopics = lonePhraseFinder(
    parsed.map(({ phrase }) => phrase),
    wholes,
  )
  const findUnknown = lonePhraseFinder(parsePhrases(plain(data.unknown)))

  const topicsOf = (text: string): readonly string[] => {
    const words = plain(text)
    return [...findTopics(words)].flatMap(([number, matches]) => {
      const isSaid = matches.some((spans) => {
        const start = Math.min(...spans.map(([from]) => from))
        const end = Math.max(...spans.map(([, to]) => to))
        return findUnknown(clauseAround(words, start, end)).size === 0
      })
      return isSaid ? [parsed[number]?.topic ?? ''] : []
    })
  }

  return (kind, texts) => {
    const asked = data.kinds[kind] ?? []
    if (asked.length === 0) return []
    const said = new Set(texts.flatMap(topicsOf))
    return asked.filter(({ about }) => !about.some((topic) => said.has(topic))).map(({ zh, en }) => ({ zh, en }))
  }
}
