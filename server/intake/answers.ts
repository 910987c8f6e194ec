import { z } from 'zod'
import { ApiError } from '../../shared/contracts/session.ts'
import { IncidentId, ReportId } from '../../shared/domain/ids.ts'
import { Problem, Warning } from './problem.ts'

/** A report that is durably kept. The same form sent again gets the same answer, with 200 instead of 201. */
export const IntakeReceipt = z.object({
  incident: IncidentId,
  report: ReportId,
  receivedAt: z.number().int().meta({ description: '本室受理的时刻，UTC 毫秒 · when the room took it, UTC ms' }),
  position: z.number().int().min(1).meta({ description: '流水位置 · position in the journal' }),
  isNew: z.boolean(),
  warnings: z.array(Warning).readonly(),
})
export type IntakeReceipt = z.infer<typeof IntakeReceipt>

/** A form that was not taken: what any door of the product says, and everything that is wrong with it. */
export const IntakeError = ApiError.extend({ problems: z.array(Problem).readonly() })
export type IntakeError = z.infer<typeof IntakeError>

/** A refusal with its HTTP status. */
export type No = { readonly status: number; readonly body: IntakeError; readonly retryAfterS?: number }

const no = (status: number, error: string, zh: string, en: string): No => ({ status, body: { error, field: null, zh, en, problems: [] } })

export const noToken = no(
  401,
  'no-token',
  '缺少或无效的通道令牌（Authorization: Bearer …）',
  'The channel token is missing or not valid (Authorization: Bearer …).',
)

export const wrongChannel = no(403, 'wrong-channel', '该令牌不属于此通道', 'This token belongs to another channel.')

export const notJson = no(
  415,
  'wrong-content-type',
  '内容类型不受支持，请用 application/json',
  'This content type is not taken; use application/json.',
)

export const tooLarge = (limit: number): No =>
  no(413, 'too-large', `请求体超过 ${Math.round(limit / 1_024)} kB`, `The body is larger than ${Math.round(limit / 1_024)} kB.`)

export const tooMany = (retryAfterS: number): No => ({
  ...no(429, 'too-many', `请求过于频繁，请 ${retryAfterS} 秒后重发`, `Too many requests; send again in ${retryAfterS} s.`),
  retryAfterS,
})

/** How long a sender waits before it sends again what could not be kept, seconds. */
const againAfterS = 5

export const cannotKeep: No = {
  ...no(
    503,
    'cannot-keep',
    '系统暂时无法保存，本次上报未受理，请稍后重发',
    'The room cannot keep anything at the moment. Nothing was taken; send it again shortly.',
  ),
  retryAfterS: againAfterS,
}

export const refused = (reason: string): No => no(422, reason, `本室未受理（${reason}）`, `The room did not take it (${reason}).`)

export const unreadable = (status: number): No => no(status, 'unreadable', '请求无法读取', 'The request could not be read.')

/** A wrong form; the first problem stands in the short fields. */
export const wrongForm = (problems: readonly Problem[]): No => {
  const first = problems[0] ?? { field: '(body)', reason: 'malformed', zh: '格式不正确', en: 'has a wrong form' }
  return {
    status: 400,
    body: {
      error: first.reason,
      field: first.field,
      zh: `${first.field}：${first.zh}`,
      en: `${first.field} ${first.en}`,
      problems,
    },
  }
}
