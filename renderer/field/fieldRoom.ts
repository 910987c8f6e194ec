import type { FieldView } from '../../shared/contracts/field.ts'
import type { FieldCommand } from '../../shared/domain/command.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { IncidentId, ReportId, SentId } from '../../shared/domain/ids.ts'
import type { ServerClock } from '../feed/serverClock.ts'
import type { FieldApi, Told } from './fieldApi.ts'
import { drain, retryAfterMs } from './outbox.ts'
import type { Fix, PhoneStore, Refused } from './phoneStore.ts'
import type { ShownTask } from './asIfDone.ts'
import { isWorthKeeping } from './thinFixes.ts'
import type { Waiting } from './waiting.ts'

/** `live`: a word arrives at once; `asking`: no socket, the phone asks by the clock; `cut`: nobody answers. */
export type LinkState = { readonly state: 'opening' | 'live' | 'asking' | 'dead' } | { readonly state: 'cut'; readonly since: number }

export type RoomState = {
  readonly view: FieldView | null
  readonly waiting: readonly Waiting[]
  readonly refused: readonly Refused[]
  readonly link: LinkState
  readonly fix: Fix | null
  /** False after the person or the phone refused to say where it is. */
  readonly canLocate: boolean
  /** Reports whose number was asked for, in clear; never kept on the phone's disk. */
  readonly phones: Readonly<Record<ReportId, string>>
}

type Needs = {
  readonly store: PhoneStore
  readonly api: FieldApi
  readonly clock: ServerClock
  /** The phone's clock, ms. */
  readonly now: () => number
  readonly newId: () => SentId
  readonly later: (wake: () => void, ms: number) => () => void
}

/** The place fix is good enough to stand for where a photo or an arrival was. */
const freshFixMs = 60_000

/** The phone's side of the room: what it knows, what it says, and what it has not yet got through. */
export const fieldRoom = ({ store, api, clock, now, newId, later }: Needs) => {
  let state: RoomState = { view: null, waiting: [], refused: [], link: { state: 'opening' }, fix: null, canLocate: true, phones: {} }
  let isSocketUp = false
  let failures = 0
  let isBusy = false
  let isAskedAgain = false
  let stopWaiting: () => void = () => undefined
  const listeners = new Set<() => void>()

  const set = (change: Partial<RoomState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  const refresh = async () => {
    const unit = state.view?.unit.id
    if (unit) set({ waiting: await store.waiting(unit), refused: await store.refused(unit) })
  }

  const heard = async (view: FieldView) => {
    await store.keepView({ view, heardAt: now() })
    set({ view })
    await refresh()
  }

  const reached = () => {
    failures = 0
    set({ link: { state: isSocketUp ? 'live' : 'asking' } })
  }
  const missed = (why: 'later' | 'dead') => {
    if (why === 'dead') return set({ link: { state: 'dead' } })
    failures += 1
    if (state.link.state !== 'cut') set({ link: { state: 'cut', since: now() } })
    stopWaiting()
    stopWaiting = later(() => void exchange(), retryAfterMs(failures))
  }

  const askView = async (): Promise<'later' | 'dead' | null> => {
    const sentAt = now()
    const told = await api.me()
    if (!told.ok) return told.why === 'no' ? 'later' : told.why
    clock.heard(told.value.now, sentAt, now())
    await heard(told.value)
    return null
  }

  const sendFixes = async (): Promise<void> => {
    const fixes = await store.fixes()
    const last = fixes.at(-1)
    if (!last) return
    const told = await api.positions({ sentAt: now(), fixes })
    if (told.ok || told.why === 'no') await store.dropFixes(last.at)
  }

  const toServer = (at: number) => at + clock.now() - now()

  const round = async (): Promise<'later' | 'dead' | null> => {
    const unit = state.view?.unit.id
    if (unit) {
      const drained = await drain({ store, api, unit, now, toServer, onView: heard })
      await refresh()
      if (drained !== 'empty') return drained
    }
    const why = await askView()
    if (!why) await sendFixes()
    return why
  }

  /** Sends what waits, asks what is new, tells where the phone was. One at a time; asked meanwhile, once more after. */
  const exchange = async (): Promise<void> => {
    if (state.link.state === 'dead') return
    isAskedAgain = true
    if (isBusy) return
    isBusy = true
    while (isAskedAgain) {
      isAskedAgain = false
      const why = await round().catch(() => 'later' as const)
      if (why) {
        missed(why)
        break
      }
      reached()
    }
    isBusy = false
  }

  const keep = async (item: Waiting): Promise<void> => {
    await store.add(item)
    await refresh()
    void exchange()
  }

  const about = () => {
    const unit = state.view?.unit.id
    return unit ? { id: newId(), unit, doneAt: now() } : null
  }

  const point = (): Point | null => (state.fix && now() - state.fix.at <= freshFixMs ? state.fix.point : null)

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** What the phone remembers, then what the room says. */
    open: async () => {
      const kept = await store.view()
      if (kept) {
        clock.heard(kept.view.now, kept.heardAt, kept.heardAt)
        set({ view: kept.view })
        await refresh()
      }
      await exchange()
    },
    exchange,
    socket: (isUp: boolean) => {
      const hasChanged = isUp !== isSocketUp
      isSocketUp = isUp
      if (state.link.state === 'live' || state.link.state === 'asking') set({ link: { state: isUp ? 'live' : 'asking' } })
      // A socket that drops may be the whole network: asking tells, and the page says so at once.
      if (isUp || hasChanged) void exchange()
    },
    dead: () => set({ link: { state: 'dead' } }),
    /** Kept on the phone before it resolves; sent as soon as somebody answers. */
    say: async (command: FieldCommand) => {
      const mine = about()
      if (mine) await keep({ ...mine, kind: 'command', command })
    },
    addPhoto: async (task: ShownTask, bytes: Uint8Array<ArrayBuffer>) => {
      const mine = about()
      if (mine) await keep({ ...mine, kind: 'photo', incident: task.incident, assignment: task.assignment.id, point: point(), bytes })
    },
    report: async (text: string, photos: readonly Uint8Array<ArrayBuffer>[]) => {
      const mine = about()
      if (mine) await keep({ ...mine, kind: 'report', text, point: point(), photos: photos.map((bytes) => ({ bytes })) })
    },
    reveal: async (incident: IncidentId, report: ReportId): Promise<Told<{ readonly phone: string | null }>> => {
      const told = await api.phone({ id: newId(), incident, report })
      if (told.ok && told.value.phone !== null) set({ phones: { ...state.phones, [report]: told.value.phone } })
      return told
    },
    dismiss: async (id: SentId) => {
      await store.dismiss(id)
      await refresh()
    },
    /** A fix of the phone; thinned and kept until it is told. */
    moved: async (fix: Fix) => {
      if (!isWorthKeeping(state.fix, fix)) return
      set({ fix })
      await store.addFix(fix)
      if (state.link.state !== 'cut' && state.link.state !== 'dead' && !isBusy) await sendFixes().catch(() => undefined)
    },
    cannotLocate: () => set({ canLocate: false }),
    point,
    /** The room's clock, UTC ms. */
    serverNow: clock.now,
    toServer,
  }
}

export type FieldRoom = ReturnType<typeof fieldRoom>
