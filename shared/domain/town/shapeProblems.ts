import { z } from 'zod'
import { pathText, type Problem } from './problem.ts'

const chinese = z.locales.zhCN().localeError
const english = z.locales.en().localeError

/** Where the file has not the shape of the schema, in both languages; none where it has. */
export const shapeProblems = (schema: z.ZodType, file: unknown): readonly Problem[] => {
  const zh = schema.safeParse(file, { error: chinese })
  const en = schema.safeParse(file, { error: english })
  if (zh.success || en.success) return []
  return en.error.issues.map((issue, i) => ({
    path: pathText(issue.path),
    zh: zh.error.issues[i]?.message ?? issue.message,
    en: issue.message,
  }))
}
