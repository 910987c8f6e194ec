import type { Note } from '../../shared/contracts/note.ts'
import type { ApiError } from '../../shared/contracts/session.ts'

/** A refusal with its HTTP status. */
export type No = { readonly status: number; readonly body: ApiError; readonly retryAfterS?: number }

const no = (status: number, error: string, zh: string, en: string, field: string | null = null): No => ({
  status,
  body: { error, field, zh, en },
})

export const unknownBuilding = no(
  403,
  'unknown-building',
  '二维码无效或已更换，请扫描现场最新的二维码',
  'This code is not valid any more. Please scan the code on the spot.',
)

export const unknownReport = no(
  404,
  'unknown-report',
  '链接无效，或该上报已不可查询',
  'This link is not valid, or the report can no longer be looked up.',
)

export const malformed = (field: string | null): No =>
  no(400, 'malformed', '填写内容有误，请检查后重试', 'Something in the form is not right; please check it.', field)

export const notAPicture = no(
  400,
  'not-a-picture',
  '无法识别这张照片，请换一张（JPEG、PNG 或 WebP）',
  'This photo cannot be read; please choose another (JPEG, PNG or WebP).',
  'photo',
)

export const tooLarge = no(413, 'too-large', '照片过大', 'The photo is too large.', 'photo')

export const wrongType = no(415, 'wrong-content-type', '内容类型不受支持', 'This type of content is not taken.')

export const cannotServe: No = {
  ...no(
    503,
    'cannot-keep',
    '系统暂时繁忙，未能保存，请稍后重试；情况紧急请拨打 110',
    'The room cannot keep anything at the moment. Please try again shortly; if it is urgent, call 110.',
  ),
  retryAfterS: 5,
}

export const tooMany = (waitMs: number): No => {
  const retryAfterS = Math.max(1, Math.ceil(waitMs / 1_000))
  return {
    ...no(
      429,
      'too-many',
      `提交过于频繁，请 ${retryAfterS} 秒后再试；情况紧急请拨打 110`,
      `Too many at once. Please try again in ${retryAfterS} s; if it is urgent, call 110.`,
    ),
    retryAfterS,
  }
}

export const notClosed = no(409, 'not-closed', '事件尚未办结，办结后可评价', 'It can be rated when it is closed.')

export const ratedAlready = no(
  409,
  'rated-already',
  '已评价过，先前的评价有效，谢谢',
  'It has been rated already; the first rating stands. Thank you.',
)

/** Said beside a report that was taken: its photos were not all there. */
export const photosLeftOut = (count: number): readonly Note[] =>
  count === 0
    ? []
    : [
        {
          zh: `上报已收到，但有 ${count} 张照片没有找到，未附上；需要时可再报一次`,
          en: `Your report is in, but without ${count} photo${count === 1 ? '' : 's'} that could not be found. Report again if needed.`,
        },
      ]
