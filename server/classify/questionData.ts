import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'

/** What an operator should ask next, and the topics whose words show that it was said already. */
const Question = z
  .object({
    about: z.array(z.string().min(1)).min(1).readonly(),
    zh: z.string().min(1).max(40),
    en: z.string().min(1).max(80),
  })
  .readonly()

/** A card has room for three; more would be read by nobody while the caller waits. */
const mostQuestions = 3

export const QuestionData = z
  .object({
    /** Phrases that make an answer none: 几楼不清楚 names a floor and does not know it. */
    unknown: z.string(),
    /** Topic → phrases that speak of it; the notation is in `phrase.ts`. */
    topics: z.record(z.string().min(1), z.string().min(1)).readonly(),
    kinds: z.record(KindCode, z.array(Question).min(1).max(mostQuestions).readonly()).readonly(),
  })
  .refine(({ topics, kinds }) => {
    const spoken = Object.values(kinds).flatMap((questions) => questions.flatMap(({ about }) => about))
    return spoken.every((topic) => Object.hasOwn(topics, topic))
  }, 'a question is about a topic that is not among the topics')
  .readonly()
export type QuestionData = z.infer<typeof QuestionData>

/** Reads the questions from the brain's folder; throws when the file is missing or breaks its schema. */
export const loadQuestions = async (folder: string): Promise<QuestionData> =>
  QuestionData.parse(JSON.parse(await readFile(join(folder, 'questions.json'), 'utf8')))
