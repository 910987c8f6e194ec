import type { Display, Placement } from '../../shared/contracts/layout.ts'
import { displaysChanged } from '../displays/displaysChanged.ts'
import type { Placed } from '../displays/placed.ts'
import { placeConsoles } from '../displays/placeConsoles.ts'
import { reuseWindows } from '../displays/reuseWindows.ts'
import { displayUnder, rememberBounds } from '../displays/rememberBounds.ts'
import { displaysReported, settledAt, settleMs, type Settling } from '../displays/settling.ts'
import type { Stand } from '../windows/stand.ts'
import type { WindowKeeper } from '../windows/windowKeeper.ts'

type Needs = {
  readonly keeper: WindowKeeper
  readonly displays: () => readonly Display[]
  readonly after: (ms: number, act: () => void) => () => void
  readonly now: () => number
  /** Windows or displays are otherwise now: a person moved one, or a cable was pulled. */
  readonly changed: () => void
}

/** A hand that drags a window lets go within this; a system that rearranges windows after a cable was pulled says so within it. */
const quietMs = 1_000

/** Keeps the windows where they belong while displays come and go and people move things; decides nothing itself. */
export const arrangement = ({ keeper, displays, after, now, changed }: Needs) => {
  let placed: readonly Placed[] = []
  let known: readonly Display[] = displays()
  let settling: Settling | null = null
  /** What was to be shown while no display was there. */
  let unplaced: readonly Placement[] = []
  const pending = new Map<string, () => void>()

  const asItStands = (one: Placed): Placed => {
    const stand = keeper.standOf(one.id)
    return stand ? { ...one, bounds: stand.bounds, mode: stand.mode } : one
  }

  const forgetMoves = () => {
    for (const cancel of pending.values()) cancel()
    pending.clear()
  }

  const show = (placements: readonly Placement[]) => {
    forgetMoves()
    known = displays()
    placed = placeConsoles(placements, known)
    unplaced = placed.length === 0 ? placements : []
    if (unplaced.length > 0) return
    const open = keeper.windows().map(({ placement }) => placement)
    keeper.adopt(reuseWindows(open, placements).kept)
    keeper.show(
      placed.flatMap((one) => {
        const placement = placements.find(({ id }) => id === one.id)
        return placement ? [{ placement, stand: one }] : []
      }),
    )
  }

  const settle = () => {
    if (!settling) return
    const settled = settledAt(settling, now())
    if (settled.state === 'waiting') return void after(settleMs, settle)
    settling = null
    if (unplaced.length > 0) return show(unplaced)
    if (settled.state !== 'changed') return
    const open = keeper.windows().map(({ placement }) => placement)
    const standing = placed.filter(({ id }) => open.some((one) => one.id === id)).map(asItStands)
    const { now: next, moves } = displaysChanged(standing, open, settled.before, settled.after)
    placed = next
    known = settled.after
    keeper.move(moves.map((one) => ({ id: one.id, stand: one })))
    changed()
  }

  const keepMove = (id: string, { bounds, mode }: Stand) => {
    pending.delete(id)
    const placement = keeper.windows().find((one) => one.placement.id === id)?.placement
    if (settling || !placement) return
    keeper.remember(rememberBounds(placement, bounds, mode, known))
    const under = displayUnder(bounds, known)
    placed = placed.map((one) => (one.id === id && under ? { ...one, display: under.id, bounds, mode } : one))
    changed()
  }

  return {
    show,
    /** The system says that displays came, went or changed; it says so several times for one cable. */
    displaysReported: () => {
      forgetMoves()
      const isFirst = settling === null
      settling = displaysReported(settling, known, displays(), now())
      if (isFirst) after(settleMs, settle)
    },
    /** A window moved: a person's wish, unless the displays are changing. */
    moved: (placement: Placement, stand: Stand) => {
      pending.get(placement.id)?.()
      pending.delete(placement.id)
      if (settling) return
      pending.set(
        placement.id,
        after(quietMs, () => keepMove(placement.id, stand)),
      )
    },
    /** The same window otherwise, though it does not move: another zoom. */
    remember: (placement: Placement) => {
      keeper.remember(placement)
      changed()
    },
    /** The open windows as they would be kept. */
    current: (): readonly Placement[] => keeper.windows().map(({ placement }) => placement),
    displays: () => known,
    /** Windows are to be shown as soon as there is a display. */
    isWaiting: () => unplaced.length > 0,
  }
}

export type Arrangement = ReturnType<typeof arrangement>
