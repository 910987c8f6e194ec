import type { AccountId } from '../../shared/domain/ids.ts'
import { DeskMessage, type Stamp } from './deskMessage.ts'
import { deskTold, type Desk, type DeskTold } from './deskSlice.ts'
import type { RoomStore } from './store.ts'

/** One window among those of a desk. */
export type Self = {
  readonly id: string
  readonly account: AccountId
  readonly desk: DeskMessage['desk']
  /** A window with a map goes there itself; only one without asks the others to. */
  readonly hasMap: boolean
}

/** A way to all other pages of this origin. */
export type DeskWire = {
  readonly post: (message: DeskMessage) => void
  /** The answer stops it. */
  readonly listen: (act: (message: unknown) => void) => () => void
}

type Needs = { readonly store: RoomStore; readonly wire: DeskWire; readonly self: Self; readonly now: () => number }

export type SharedDesk = {
  /** Asks the others what is chosen: at the beginning, and whenever this window may have missed something. */
  readonly ask: () => void
  readonly leave: () => void
}

type Part = 'selection' | 'looks'

type Selection = NonNullable<DeskTold['selection']>
type Looks = NonNullable<DeskTold['looks']>

const selectionOf = ({ incident, unit, picked, kindSought, placePicking }: Selection): Selection => ({
  incident,
  unit,
  picked,
  kindSought,
  placePicking: placePicking && { incident: placePicking.incident, picked: placePicking.picked },
})

const looksOf = ({ theme, language, isMuted }: Looks): Looks => ({ theme, language, isMuted })

const isNewer = (a: Stamp, b: Stamp): boolean => a.at > b.at || (a.at === b.at && a.by > b.by)

/** As it is compared: what looks the same is not told again. */
const written = (desk: Selection & Looks): Readonly<Record<Part, string>> => ({
  selection: JSON.stringify(selectionOf(desk)),
  looks: JSON.stringify(looksOf(desk)),
})

/**
 * Keeps what is chosen the same in all windows of one person's desk, without anybody in between.
 *
 * Each choice is told once, with its time and its window; the newest wins everywhere, so that it does not matter in
 * which order windows hear of two. What was told is never told on.
 */
export const sharedDesk = ({ store, wire, self, now }: Needs): SharedDesk => {
  const never: Stamp = { at: 0, by: '' }
  const stamps: Record<Part, Stamp> = { selection: never, looks: never }
  let known = written(store.getState().desk)
  let { goTo } = store.getState().desk

  const { id: from, account, desk, hasMap } = self
  const envelope = { version: 1, desk, account, from } as const
  const tell = (parts: readonly Part[], goal: Desk['goTo']) => {
    const present = store.getState().desk
    wire.post({
      ...envelope,
      kind: 'told',
      ...(parts.includes('selection') && { selection: { stamp: stamps.selection, value: selectionOf(present) } }),
      ...(parts.includes('looks') && { looks: { stamp: stamps.looks, value: looksOf(present) } }),
      ...(goal && { goTo: goal }),
    })
  }
  const partsWhere = (test: (part: Part) => boolean): readonly Part[] => (['selection', 'looks'] as const).filter(test)

  const changed = () => {
    const present = store.getState().desk
    const next = written(present)
    const parts = partsWhere((part) => next[part] !== known[part])
    const goal = present.goTo !== goTo && !hasMap ? present.goTo : null
    known = next
    ;({ goTo } = present)
    // Later than what was heard last, also on a machine whose clock was set back.
    for (const part of parts) stamps[part] = { at: Math.max(now(), stamps[part].at + 1), by: from }
    if (parts.length > 0 || goal) tell(parts, goal)
  }

  const heard = (message: Extract<DeskMessage, { kind: 'told' }>) => {
    const { selection, looks } = message
    const news: DeskTold = {
      ...(selection && isNewer(selection.stamp, stamps.selection) && { selection: selection.value }),
      ...(looks && isNewer(looks.stamp, stamps.looks) && { looks: looks.value }),
      ...(message.goTo && hasMap && { goTo: message.goTo }),
    }
    if (Object.keys(news).length === 0) return
    if (news.selection && selection) stamps.selection = selection.stamp
    if (news.looks && looks) stamps.looks = looks.stamp
    // Known before it is dispatched: what this window itself makes of it meanwhile is news again.
    known = written({ ...store.getState().desk, ...news.selection, ...news.looks })
    if (news.goTo) ({ goTo } = news)
    store.dispatch(deskTold(news))
  }

  const listen = (raw: unknown) => {
    const { data: message } = DeskMessage.safeParse(raw)
    if (!message || message.account !== account || message.desk !== desk || message.from === from) return
    if (message.kind === 'told') return heard(message)
    const newer = partsWhere((part) => isNewer(stamps[part], message[part]))
    if (newer.length > 0) tell(newer, null)
  }

  const stopStore = store.subscribe(changed)
  const stopWire = wire.listen(listen)
  return {
    ask: () => wire.post({ ...envelope, kind: 'asked', ...stamps }),
    leave: () => {
      stopStore()
      stopWire()
    },
  }
}
