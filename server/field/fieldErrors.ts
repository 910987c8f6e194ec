import type { ZodType, output } from 'zod'
import type { Note } from '../../shared/contracts/note.ts'
import type { ApiError } from '../../shared/contracts/session.ts'

/** A request that is not served, with its HTTP status. Thrown inside the field's routes, answered by their one error handler. */
export class FieldNo extends Error {
  readonly status: number
  readonly body: ApiError
  constructor(status: number, body: ApiError) {
    super(body.error)
    this.status = status
    this.body = body
  }
}

const no = (status: number, error: string, zh: string, en: string, field: string | null = null) =>
  new FieldNo(status, { error, field, zh, en })

export const linkIsDead = () => no(401, 'link-is-dead', '链接已失效，请联系指挥室', 'This link no longer works; call the command room')
export const notYours = () => no(404, 'not-found', '没有这条内容，或者不属于您的任务', 'Not found, or not part of your tasks')
export const tooOften = (seconds: number) =>
  no(429, 'too-many', `请求过于频繁，请 ${seconds} 秒后再试`, `Too many requests; try again in ${seconds} s`)
export const noFile = () => no(400, 'no-file', '没有收到照片', 'No photo was received', 'file')
export const notMultipart = () => no(415, 'not-multipart', '照片要用表单方式上传', 'A photo must be sent as multipart/form-data')
export const photoTooLarge = () => no(413, 'too-large', '照片超过 10 MB，请压缩后再传', 'The photo is larger than 10 MB', 'file')
export const notAPicture = () => no(415, 'not-a-picture', '这不是可以识别的照片', 'This is not a picture that can be read', 'file')
export const tooManyPixels = () => no(413, 'too-many-pixels', '照片尺寸太大', 'The picture has too many pixels', 'file')
export const cannotKeep = () => no(503, 'cannot-keep', '服务器暂时无法保存，请稍后再试', 'The server cannot keep this now; try again')
export const malformed = (field: string, problem: string) =>
  no(400, 'malformed', `内容不完整或格式不对（${field || '正文'}）`, `Not understood: ${field || 'body'} ${problem}`, field || null)
export const refusedWith = (reason: string) => no(409, reason, '指挥室没有接受这个操作', 'The room did not accept this')

/** Said beside a report that was taken: its photos were not all there. */
export const photosLeftOut = (count: number): readonly Note[] =>
  count === 0
    ? []
    : [
        {
          zh: `上报已收到，但有 ${count} 张照片没有找到，未附上`,
          en: `The report is in, but without ${count} photo${count === 1 ? '' : 's'} that could not be found`,
        },
      ]

/** The body as its schema says, or 400 with the field that does not fit. */
export const bodyOf = <S extends ZodType>(schema: S, body: unknown): output<S> => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw malformed(issue?.path.join('.') ?? '', issue?.message ?? '')
}

/** Any error as an answer; null when it is the server's own fault. */
export const answerOf = (error: unknown): { readonly status: number; readonly body: ApiError } | null => {
  if (error instanceof FieldNo) return error
  const { statusCode, code = '' } = error as { statusCode?: number; code?: string }
  if (code === 'FST_REQ_FILE_TOO_LARGE') return photoTooLarge()
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return notMultipart()
  if (code === 'FST_FILES_LIMIT') return no(400, 'one-file', '一次只能传一张照片', 'One photo at a time', 'file')
  if (statusCode === 413) return no(413, 'too-large', '内容太大', 'The request is too large')
  if (statusCode === 415) return no(415, 'wrong-type', '不支持的内容类型', 'Unsupported content type')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return no(400, 'malformed', '内容不完整或格式不对', 'Not understood')
  return null
}
