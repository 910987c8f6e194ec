import { TokenChannel } from '../../shared/contracts/manage.ts'
import type { Channel } from '../../shared/domain/actor.ts'
import type { Adapter } from './adapter.ts'
import { IntakeError, IntakeReceipt } from './answers.ts'

const tokenChannels: ReadonlySet<Channel> = new Set(TokenChannel.options)

/** What the API page says of a channel's route. One that no token can be made for has no tag, and so is not shown: nobody outside could call it. */
export const routeDocs = (adapter: Adapter) => ({
  ...(tokenChannels.has(adapter.channel) && { tags: ['intake'] }),
  summary: `${adapter.titleZh} · ${adapter.titleEn}`,
  security: [{ channelToken: [] }],
  body: adapter.form,
  response: {
    200: IntakeReceipt.describe('此前已收过同一编号，回答相同 · known already, the same answer'),
    201: IntakeReceipt.describe('已落盘受理 · durably kept'),
    400: IntakeError.describe('表单有误，逐项说明 · a wrong form, with every problem'),
    401: IntakeError.describe('令牌缺失或无效 · no valid token'),
    403: IntakeError.describe('令牌属于别的通道 · another channel’s token'),
    413: IntakeError.describe('请求体过大 · too large'),
    415: IntakeError.describe('内容类型不受支持 · wrong content type'),
    422: IntakeError.describe('本室未受理 · the room did not take it'),
    429: IntakeError.describe('过于频繁，见 Retry-After · too many, see Retry-After'),
    503: IntakeError.describe('暂时无法保存，请重发 · cannot keep now, send again'),
  },
})
