import { Channel } from '../../shared/domain/actor.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Manager } from './accounts.ts'
import { keptToken, revocableTokens, type KeptToken, type MadeToken, type TokenNeeds, type TokenRow } from './revocableTokens.ts'

type ChannelRow = TokenRow & { readonly name: string; readonly channel: string }

/** 渠道令牌: what an outside system shows to bring reports. */
export type ChannelToken = KeptToken & { readonly name: string; readonly channel: Channel }

export type TokenAnswer =
  | { readonly ok: true; readonly channel: Channel; readonly town: TownId; readonly id: string; readonly name: string }
  | { readonly ok: false; readonly why: 'unknown' | 'revoked' }

export type ChannelTokens = {
  readonly list: (by: Manager) => Promise<readonly ChannelToken[]>
  /** The token is said once, here. */
  readonly create: (by: Manager, wish: { readonly name: string; readonly channel: Channel }) => Promise<MadeToken>
  readonly revoke: (
    by: Manager,
    id: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'no-right' | 'unknown-token' }>
  readonly channelOf: (token: string) => Promise<TokenAnswer>
}

const tokenOf = (row: ChannelRow): ChannelToken => ({ ...keptToken(row), name: row.name, channel: Channel.parse(row.channel) })

/** Tokens of the intake channels, each for one channel of one town. */
export const openChannelTokens = (needs: TokenNeeds): ChannelTokens => {
  const tokens = revocableTokens<ChannelRow>(needs, 'channel_token')
  return {
    list: async (by) => (await tokens.list(by)).map(tokenOf),
    create: (by, { name, channel }) => tokens.make(by, { name, channel }),
    revoke: async (by, id) => {
      const revoked = await tokens.revoke(by, id)
      if (!revoked.ok) return { ok: false, why: revoked.why === 'unknown' ? 'unknown-token' : revoked.why }
      needs.revocations.tell({ kind: 'channel', id, town: by.town })
      return { ok: true }
    },
    channelOf: async (token) => {
      const found = await tokens.find(token)
      if (!found.ok) return found
      const { id, name, channel, town } = tokenOf(found.row)
      await tokens.noteUse(found.row)
      return { ok: true, channel, town, id, name }
    },
  }
}
