import type { FieldView } from '../../shared/contracts/field.ts'
import { assertNever } from '../../shared/domain/assertNever.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/domain/refusal.ts'
import type { FieldApi } from './fieldApi.ts'
import type { PhoneStore, Refused } from './phoneStore.ts'
import { nextSending, type Sending, type Waiting, type WaitingCommand, type WaitingPhoto, type WaitingReport } from './waiting.ts'

type Needs = {
  readonly store: PhoneStore
  readonly api: FieldApi
  readonly unit: UnitId
  /** The phone's clock, ms. */
  readonly now: () => number
  /** From the phone's clock to the room's. */
  readonly toServer: (at: number) => number
  readonly onView: (view: FieldView) => Promise<void>
}

/** How the sending ended: everything is there, try again later, or the link is dead (what waits is kept). */
export type Drained = 'empty' | 'later' | 'dead'

/** Null: go on. */
type Step = Drained | null

export const nameOf = (item: Waiting): string => (item.kind === 'command' ? item.command.type : item.kind)

const refusedOf = (item: Waiting, at: number, why: Refused['why']): Refused => ({
  id: item.id,
  unit: item.unit,
  at,
  what: nameOf(item),
  why,
})

const settle = async ({ store, now }: Needs, item: WaitingCommand, answer: Answer): Promise<'done' | 'kept'> => {
  if (answer.ok) await store.remove([item.id])
  else if (answer.refusal.reason === 'cannot-keep') return 'kept'
  else await store.refuse(refusedOf(item, now(), answer.refusal))
  return 'done'
}

const sendCommands = async (needs: Needs, items: readonly WaitingCommand[]): Promise<Step> => {
  const sent = items.map(({ id, doneAt, command }) => ({ id, doneAt, command }))
  const told = await needs.api.do({ sentAt: needs.now(), items: sent })
  if (told.ok) {
    const { answers, view } = told.value
    const settled = await Promise.all(
      items.map((item) => settle(needs, item, answers.find(({ id }) => id === item.id)?.answer ?? cannotKeep)),
    )
    await needs.onView(view)
    return settled.includes('kept') ? 'later' : null
  }
  if (told.why !== 'no') return told.why
  const [first, ...others] = items
  if (!first) return null
  // One bad line makes the whole outbox unreadable: find it by sending them one at a time.
  if (others.length > 0) return sendOneByOne(needs, items)
  await needs.store.refuse(refusedOf(first, needs.now(), told.error))
  return null
}

const cannotKeep: Answer = { ok: false, refusal: { reason: 'cannot-keep' } }

const sendOneByOne = async (needs: Needs, items: readonly WaitingCommand[]): Promise<Step> => {
  for (const item of items) {
    const step = await sendCommands(needs, [item])
    if (step) return step
  }
  return null
}

const sendPhoto = async ({ store, api, now, toServer }: Needs, item: WaitingPhoto): Promise<Step> => {
  const told = await api.keepPhoto(item.bytes)
  if (told.ok) {
    const { id, unit, doneAt, incident, assignment } = item
    const point = told.value.point ?? item.point
    const command = {
      type: 'photo.add',
      incident,
      assignment,
      photo: told.value.photo,
      point,
      takenAt: told.value.takenAt ?? toServer(doneAt),
    } as const
    await store.replace({ kind: 'command', id, unit, doneAt, command })
    return null
  }
  if (told.why !== 'no') return told.why
  await store.refuse(refusedOf(item, now(), told.error))
  return null
}

const sendReportPhoto = async ({ store, api }: Needs, item: WaitingReport, bytes: Uint8Array<ArrayBuffer>): Promise<Step> => {
  const told = await api.keepPhoto(bytes)
  if (!told.ok && told.why !== 'no') return told.why
  // A picture that cannot be kept must not hold back the words.
  const photos = item.photos.flatMap((one) =>
    !('bytes' in one) || one.bytes !== bytes ? [one] : told.ok ? [{ photo: told.value.photo }] : [],
  )
  await store.replace({ ...item, photos })
  return null
}

const sendReport = async (
  { store, api, now }: Needs,
  item: WaitingReport,
  photos: Extract<Sending, { kind: 'report' }>['photos'],
): Promise<Step> => {
  const told = await api.report({ id: item.id, text: item.text, point: item.point, photos })
  if (told.ok) {
    const [note] = told.value.notes
    await (note ? store.refuse({ ...refusedOf(item, now(), note), what: 'photo' }) : store.remove([item.id]))
    return null
  }
  if (told.why !== 'no') return told.why
  await store.refuse(refusedOf(item, now(), told.error))
  return null
}

const send = (needs: Needs, sending: Sending): Promise<Step> => {
  switch (sending.kind) {
    case 'commands':
      return sendCommands(needs, sending.items)
    case 'photo':
      return sendPhoto(needs, sending.item)
    case 'reportPhoto':
      return sendReportPhoto(needs, sending.item, sending.bytes)
    case 'report':
      return sendReport(needs, sending.item, sending.photos)
    default:
      return assertNever(sending)
  }
}

/** Sends what waits until nothing does or the room is out of reach. Sent twice is done once: the ids are the phone's. */
export const drain = async (needs: Needs): Promise<Drained> => {
  for (;;) {
    const sending = nextSending(await needs.store.waiting(needs.unit))
    if (!sending) return 'empty'
    const step = await send(needs, sending)
    if (step) return step
  }
}

/** How long to wait after so many failures in a row: 10, 20, 40, then 60 s. */
export const retryAfterMs = (failures: number): number => Math.min(60_000, 10_000 * 2 ** Math.max(0, failures - 1))
