import type { Contexts } from './brainData.ts'
import { parsePhrases, phraseFinder, type PhraseFinder, type Span } from './phrase.ts'
import type { ReadText, WordBook } from './wordBook.ts'

/** What the words around a word make of it. */
export type Surroundings = {
  /** 没有, 未, 不是 …: the speaker says that it is not so. */
  readonly denied: (span: Span) => boolean
  /** 上个月, 去年 …: told of the past. */
  readonly past: (span: Span) => boolean
  /** 剧组, 演练, 杀鱼 …: near words that explain it away. */
  readonly staged: (span: Span) => boolean
  /** Where the explaining words stand. */
  readonly stagedSpans: readonly Span[]
}

/** How far back a word of time reaches, UTF-16 units. */
const pastReach = 14
/** How far an explaining word reaches either way: a film crew mentioned at the start of a call explains its first sentences only. */
const stagedReach = 40
/** Longest stretch between a negator and the word it denies, together with the negator. */
const denialReach = 12
/** How far ahead a question particle turns a denial into a question. */
const questionReach = 6

const escaped = (words: readonly string[]) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')

/** 是不是 and 有没有 ask, they do not deny. */
const denialPattern = (contexts: Contexts): RegExp => {
  const longestFirst = [...contexts.negators].sort((a, b) => b.length - a.length)
  return new RegExp(`(?<!是)(?<!有)(?:${escaped(longestFirst)})(?:${escaped(contexts.fillers)})*$`)
}

const allSpans = (find: PhraseFinder, read: ReadText): readonly Span[] => [...find(read).values()].flat(2)

const isNear = (a: Span, b: Span, reach: number) => a[0] - b[1] <= reach && b[0] - a[1] <= reach

/** Reads the words around the words of a text; the text must be plain, and the book has read it. */
export const surroundings = (contexts: Contexts, book: WordBook): ((read: ReadText) => Surroundings) => {
  const denial = denialPattern(contexts)
  const question = new RegExp(`^[^,，。!?！？]{0,${questionReach}}(?:${escaped(contexts.questions)})`)
  const negators = contexts.negators.map(book.numberOf)
  const findStaged = phraseFinder(parsePhrases(contexts.staged), book, { inside: true })
  const findReal = phraseFinder(parsePhrases(contexts.real), book, { inside: true })
  const findPast = phraseFinder(parsePhrases(contexts.past), book, { inside: true })
  const findNow = phraseFinder(parsePhrases(contexts.now), book, { inside: true })

  return (read) => {
    const { text } = read
    const negated = negators.flatMap((word) => read.everywhere.get(word) ?? [])
    // Many phrases begin at the same word, and most texts deny nothing.
    const deniedFrom: (boolean | undefined)[] = []
    const denied = ([start, end]: Span): boolean => {
      if (!negated.some((at) => at < start && at >= start - denialReach)) return false
      const isDenied = (deniedFrom[start] ??= denial.test(text.slice(Math.max(0, start - denialReach), start)))
      return isDenied && !question.test(text.slice(end, end + questionReach + 2))
    }
    const stagedSpans = findReal(read).size > 0 ? [] : allSpans(findStaged, read).filter((span) => !denied(span))
    const pastSpans = allSpans(findPast, read)
    const nowSpans = allSpans(findNow, read)
    const tells = (time: Span, span: Span): boolean =>
      time[1] <= span[0] && span[0] - time[1] <= pastReach && (read.ends.sentence[time[1]] as number) >= span[0]
    return {
      denied,
      past: (span) => pastSpans.some((time) => tells(time, span) && !nowSpans.some((now) => now[0] >= time[1] && now[1] <= span[0])),
      staged: (span) => stagedSpans.some((one) => isNear(one, span, stagedReach)),
      stagedSpans,
    }
  }
}
