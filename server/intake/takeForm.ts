import { createHash } from 'node:crypto'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { commandIdOf, type Sender } from '../../shared/domain/commandIdOf.ts'
import type { CommandId, PhotoId, TownId } from '../../shared/domain/ids.ts'
import type { Channel } from '../../shared/domain/actor.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Adapter, KeepPhoto, VerifyBuilding } from './adapter.ts'
import { cannotKeep, refused, wrongForm, type IntakeReceipt, type No } from './answers.ts'
import type { Rejects } from './rejects.ts'

/** Who holds a channel token. */
export type ChannelHolder = { readonly channel: Channel; readonly town: TownId; readonly name: string }

/** Where a form comes from: whose it is, through which door, from which address. */
export type Origin = { readonly holder: ChannelHolder; readonly sender: Sender; readonly address: string }

export type BringAnswer = ({ readonly ok: true } & Omit<IntakeReceipt, 'warnings'>) | { readonly ok: false; readonly refusal: Refusal }

/** Makes an incident of a report. Answers when it is durable, never before; the same id twice is done once and answered alike. */
export type Bring = (
  town: TownId,
  report: IncomingReport,
  how: { readonly id: CommandId; readonly origin: string; readonly mayBeOld: true },
) => Promise<BringAnswer>

export type TakeNeeds = {
  readonly bring: Bring
  readonly keepPhoto: (bytes: Uint8Array, town: TownId) => ReturnType<KeepPhoto>
  readonly hasPhoto: (photo: PhotoId, town: TownId) => Promise<boolean>
  readonly verifyBuilding: VerifyBuilding
  readonly rejects: Rejects
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

export type Taken = { readonly ok: true; readonly receipt: IntakeReceipt } | { readonly ok: false; readonly no: No }

/**
 * The id under which a form is brought: the same outside number of the same system is the same command.
 *
 * The system's name counts with it, since two systems of one channel number their reports without each other's knowledge.
 */
const formId = ({ holder, sender }: Origin, outsideId: string): CommandId =>
  commandIdOf(
    sender,
    createHash('sha256')
      .update(JSON.stringify([holder.name, outsideId]))
      .digest('hex')
      .slice(0, 48),
  )

const refusalNo = (refusal: Refusal): No => (refusal.reason === 'cannot-keep' ? cannotKeep : refused(refusal.reason))

/** What is wrong with the sender's form, not with the room: only that is kept aside for inspection. */
const isSendersFault = ({ status }: No): boolean => status === 400 || status === 422

/** Form → report → durable incident. Nothing a sender writes makes this throw; nothing is answered before it is kept. */
export const takeForm = async (adapter: Adapter, body: unknown, raw: string, from: Origin, needs: TakeNeeds): Promise<Taken> => {
  const done = await bringForm(adapter, body, from, needs).catch((error: unknown): Taken => {
    needs.onTrouble(error)
    return { ok: false, no: cannotKeep }
  })
  if (!done.ok && isSendersFault(done.no)) await keepAside(done.no, from, raw, needs)
  return done
}

const originOf = ({ holder, address }: Origin): string => `${holder.channel}:${holder.name}@${address}`.slice(0, 200)

const bringForm = async (adapter: Adapter, body: unknown, from: Origin, needs: TakeNeeds): Promise<Taken> => {
  const { holder } = from
  const read = await adapter.read(body, {
    now: needs.now(),
    keepPhoto: (bytes) => needs.keepPhoto(bytes, holder.town),
    hasPhoto: (photo) => needs.hasPhoto(photo, holder.town),
    verifyBuilding: needs.verifyBuilding,
    holder,
  })
  if (!read.ok) return { ok: false, no: wrongForm(read.problems) }
  const how = { id: formId(from, read.outsideId), origin: originOf(from), mayBeOld: true } as const
  const brought = await needs.bring(holder.town, read.report, how)
  if (!brought.ok) return { ok: false, no: refusalNo(brought.refusal) }
  const { incident, report, receivedAt, position, isNew } = brought
  return { ok: true, receipt: { incident, report, receivedAt, position, isNew, warnings: read.warnings } }
}

/** A reject that cannot be kept is no reason to answer something else. */
export const keepAside = async (no: No, from: Origin, raw: string, needs: TakeNeeds): Promise<void> => {
  const { channel, town } = from.holder
  const reason = no.body.problems.map((one) => `${one.field}: ${one.reason}`).join('; ') || no.body.error
  await needs.rejects.keep({ at: needs.now(), channel, town, from: originOf(from), reason, body: raw }).catch(needs.onTrouble)
}
