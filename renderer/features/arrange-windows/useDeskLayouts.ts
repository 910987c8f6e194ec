import { useCallback, useEffect, useState } from 'react'
import type { DeskBridge } from '../../../shared/contracts/desk.ts'
import type { DisplaysAndLayouts } from '../../../shared/contracts/deskLayouts.ts'
import { useDeskNews } from '../../board/useDeskNews.ts'
import type { ArrangeNeeds } from './arrangeNeeds.ts'
import { randomId } from '../../ui/randomId.ts'

const needsOf = (desk: DeskBridge, { displays, layouts, current, suggested }: DisplaysAndLayouts): ArrangeNeeds => {
  const shelfOf = (id: string) => layouts.layouts.find(({ layout }) => layout.id === id)?.shelf ?? 'workstation'
  return {
    displays,
    book: layouts,
    current,
    suggested,
    apply: (id, placements) => desk.ask('layout:apply', { id, placements }),
    save: (shelf, draft) => desk.ask('layout:change', { do: 'save', shelf, draft }),
    rename: (id, name) => desk.ask('layout:change', { do: 'rename', shelf: shelfOf(id), id, name }),
    remove: (id) => desk.ask('layout:change', { do: 'remove', shelf: shelfOf(id), id }),
    exportTo: (id) => desk.ask('layout:export', { id }),
    importFrom: (shelf) => desk.ask('layout:import', { shelf }),
    identify: () => desk.ask('layout:identify', {}),
    newId: () => `l-${randomId(crypto)}`,
  }
}

type Seen =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly again: () => void }
  | { readonly state: 'here'; readonly needs: ArrangeNeeds }

/** Displays and layouts of the desktop app as they are at every moment, and what may be wished of them. */
export const useDeskLayouts = (desk: DeskBridge): Seen => {
  const [seen, setSeen] = useState<DisplaysAndLayouts | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const see = useCallback(() => void desk.ask('layout:see', {}).then(setSeen, () => setFailed(true)), [desk])
  useEffect(see, [see])
  useDeskNews('layout:changed', setSeen)
  if (seen) return { state: 'here', needs: needsOf(desk, seen) }
  if (!hasFailed) return { state: 'waiting' }
  const again = () => {
    setFailed(false)
    see()
  }
  return { state: 'failed', again }
}
