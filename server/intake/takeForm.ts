import { createHash } from 'node:crypto'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { CommandId, type IncidentId, type ReportId, type TownId } from '../../shared/domain/ids.ts'
import type { Channel } from '../../shared/domain/actor.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Adapter, KeepPhoto, VerifyBuilding } from './adapter.ts'
import { cannotKeep, refused, wrongForm, type IntakeReceipt, type No } from './answers.ts'
import type { Rejects } from './rejects.ts'

/** Who holds a channel token. */
export type ChannelHolder = { readonly channel: Channel; readonly town: TownId; readonly name: string }

export type BringAnswer =
  | { readonly ok: true; readonly incident: IncidentId; readonly report: ReportId; readonly position: number; readonly isNew: boolean }
  | { readonly ok: false; readonly refusal: Refusal }

/** Makes an incident of a report. Answers when it is durable, never before; the same id twice is done once and answered alike. */
export type Bring = (
  town: TownId,
  report: IncomingReport,
  how: { readonly id: CommandId; readonly origin: string; readonly mayBeOld: true },
) => Promise<BringAnswer>

export type TakeNeeds = {
  readonly bring: Bring
  readonly keepPhoto: (bytes: Uint8Array, town: TownId) => ReturnType<KeepPhoto>
  readonly verifyBuilding: VerifyBuilding
  readonly rejects: Rejects
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

export type Taken = { readonly ok: true; readonly receipt: IntakeReceipt } | { readonly ok: false; readonly no: No }

/** The id under which a form is brought: the same outside number of the same channel and town is the same command. */
export const commandIdOf = (channel: Channel, town: TownId, outsideId: string): CommandId =>
  CommandId.parse(`${channel}:${createHash('sha256').update(`${town}\0${outsideId}`).digest('hex').slice(0, 48)}`)

const refusalNo = (refusal: Refusal): No => (refusal.reason === 'cannot-keep' ? cannotKeep : refused(refusal.reason))

/** What is wrong with the sender's form, not with the room: only that is kept aside for inspection. */
const isSendersFault = ({ status }: No): boolean => status === 400 || status === 422

/** Form → report → durable incident. Nothing a sender writes makes this throw; nothing is answered before it is kept. */
export const takeForm = async (
  adapter: Adapter,
  body: unknown,
  raw: string,
  holder: ChannelHolder,
  address: string,
  needs: TakeNeeds,
): Promise<Taken> => {
  const origin = `${adapter.channel}:${holder.name}@${address}`.slice(0, 200)
  const done = await bringForm(adapter, body, holder, origin, needs).catch((error: unknown): Taken => {
    needs.onTrouble(error)
    return { ok: false, no: cannotKeep }
  })
  if (!done.ok && isSendersFault(done.no)) await keepAside(done.no, adapter.channel, holder.town, origin, raw, needs)
  return done
}

const bringForm = async (adapter: Adapter, body: unknown, holder: ChannelHolder, origin: string, needs: TakeNeeds): Promise<Taken> => {
  const read = await adapter.read(body, {
    now: needs.now(),
    keepPhoto: (bytes) => needs.keepPhoto(bytes, holder.town),
    verifyBuilding: needs.verifyBuilding,
    holder,
  })
  if (!read.ok) return { ok: false, no: wrongForm(read.problems) }
  const id = commandIdOf(adapter.channel, holder.town, read.outsideId)
  const brought = await needs.bring(holder.town, read.report, { id, origin, mayBeOld: true })
  if (!brought.ok) return { ok: false, no: refusalNo(brought.refusal) }
  const { incident, report, position, isNew } = brought
  return { ok: true, receipt: { incident, report, position, isNew, warnings: read.warnings } }
}

/** A reject that cannot be kept is no reason to answer something else. */
export const keepAside = async (no: No, channel: Channel, town: TownId, from: string, raw: string, needs: TakeNeeds): Promise<void> => {
  const reason = no.body.problems.map((one) => `${one.field}: ${one.reason}`).join('; ') || no.body.error
  await needs.rejects.keep({ at: needs.now(), channel, town, from, reason, body: raw }).catch(needs.onTrouble)
}
