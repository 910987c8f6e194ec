import { z } from 'zod'
import type { Opinion } from '../../shared/contracts/opinion.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'
import type { KindCode, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'

const Said = z.object({
  summary: z.string(),
  // The sentence is worth showing though the rest is nonsense.
  kind: z.string().nullable().catch(null),
  questions: z.array(z.string()).catch([]),
})

/** A sentence on a card, in characters; what is longer is cut, with a sign that it was. */
const longestSummary = 120
const longestQuestion = 40
const mostQuestions = 3

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu

/** One line of visible text, numbers masked: nothing in it can turn the reading order, hide, or break the card. */
const cleanLine = (text: string, longest: number): string => {
  const line = maskText(text.replace(invisible, ' ').replace(/\s+/gu, ' ').trim())
  const signs = [...line]
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : line
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const endOfThinking = '</think>'

/** The object in the answer: models think aloud before it, fence it, and explain themselves after it. */
const jsonIn = (content: string): unknown => {
  const thought = content.lastIndexOf(endOfThinking)
  const said = thought === -1 ? content : content.slice(thought + endOfThinking.length)
  const fenced = /```(?:json)?\s([^`]*)```/i.exec(said)?.[1] ?? ''
  return parsed(fenced) ?? parsed(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1))
}

const kindOf = (taxonomy: Taxonomy, said: string | null): KindCode | null => {
  const named = said?.trim() ?? ''
  const found = taxonomy.find(({ code, nameZh, nameEn }) =>
    [code, nameZh, nameEn, `${code} ${nameZh}`, `${code} ${nameEn}`].includes(named),
  )
  return found?.code ?? null
}

/** What a model said, as far as it is an opinion; null when it is none. Trusted no further than any text from outside. */
export const readOpinion = (content: string, taxonomy: Taxonomy): Opinion | null => {
  const said = Said.safeParse(jsonIn(content))
  if (!said.success) return null
  const summary = cleanLine(said.data.summary, longestSummary)
  if (summary === '') return null
  const questions = said.data.questions.map((question) => cleanLine(question, longestQuestion)).filter((question) => question !== '')
  return { summary, kind: kindOf(taxonomy, said.data.kind), questions: [...new Set(questions)].slice(0, mostQuestions) }
}
