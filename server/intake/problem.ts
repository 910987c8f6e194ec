import { z } from 'zod'

/** One thing wrong with a form: the field in the sender's own names, a short reason, and a sentence in both languages. */
export const Problem = z.object({ field: z.string(), reason: z.string(), zh: z.string(), en: z.string() })
export type Problem = z.infer<typeof Problem>

/** Something that did not stop the report, but that its sender should know: same shape as a problem. */
export const Warning = Problem
export type Warning = Problem

type Said = { readonly reason: string; readonly zh: string; readonly en: string }

/** Parameters of a custom zod issue that carries its own words. */
export const saying = (reason: string, zh: string, en: string): { params: Said } => ({ params: { reason, zh, en } })

const isSaid = (params: unknown): params is Said =>
  typeof params === 'object' && params !== null && 'reason' in params && 'zh' in params && 'en' in params

const saidOf = (issue: z.core.$ZodIssue): Said => {
  switch (issue.code) {
    case 'custom':
      return isSaid(issue.params) ? issue.params : { reason: 'malformed', zh: '内容不符合要求', en: 'is not as agreed' }
    case 'invalid_type':
      return issue.input === undefined
        ? { reason: 'missing', zh: '缺少该字段', en: 'is missing' }
        : { reason: 'wrong-type', zh: `类型应为 ${issue.expected}`, en: `must be of type ${issue.expected}` }
    case 'too_big':
      return { reason: 'too-long', zh: `超出上限 ${issue.maximum}`, en: `is above the limit of ${issue.maximum}` }
    case 'too_small':
      return {
        reason: 'too-short',
        zh: `低于下限 ${issue.minimum}（不能为空）`,
        en: `is below the least of ${issue.minimum} (may not be empty)`,
      }
    case 'invalid_value':
      return { reason: 'not-in-list', zh: `只能是 ${issue.values.join('、')}`, en: `must be one of ${issue.values.join(', ')}` }
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { reason: 'malformed', zh: '格式不正确', en: 'has a wrong form' }
  }
}

/** At most this many problems are told: a hostile form could have one per byte. */
const mostProblems = 20

/** What zod found wrong, as problems in the sender's own field names; `(body)` when it is the whole form. */
export const problemsOf = (error: z.ZodError): readonly Problem[] =>
  error.issues
    .slice(0, mostProblems)
    .map((issue) => ({ field: issue.path.map(String).join('.').slice(0, 80) || '(body)', ...saidOf(issue) }))
