import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { unheardBreaches } from '../../board/alarmList.ts'
import { useBoard, useRoom } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { incidentSelected } from '../../board/deskSlice.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { profileOf } from '../../../shared/domain/board/board.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { useKeys } from '../../ui/keys.ts'
import { useHeldRows } from '../../ui/useHeldRows.ts'
import { useWords } from '../../ui/words.ts'
import { QueueFilterBar } from './QueueFilterBar.tsx'
import { queueRows, type QueueRow } from './queueRows.ts'
import { QueueRowView } from './QueueRowView.tsx'
import { rowHeight, scrollFor, windowOf } from './windowOf.ts'
import { queueWords } from './words.ts'
import './queue.css'

const Nothing = ({ isFiltered }: { readonly isFiltered: boolean }) => {
  const t = useWords(queueWords)
  return (
    <div className="xn-empty">
      <div>{isFiltered ? t('noneMatch') : t('empty')}</div>
      {!isFiltered && <div>{t('emptyHint')}</div>}
    </div>
  )
}

/** Reports waiting and incidents open, the most pressing first; opening one takes it in hand. */
export const Queue = () => {
  const t = useWords(queueWords)
  // While events rush in, a key press is drawn first and the order follows.
  const board = useDeferredValue(useBoard())
  const { taxonomy, me } = useRoom()
  const send = useSend()
  const dispatch = useRoomDispatch()
  const { filters, incident: open, overlay } = useRoomSelector((state) => state.desk)
  const pressing = useMemo(() => queueRows(board, filters, taxonomy, me.id), [board, filters, taxonomy, me.id])
  // A click lands on the report that the hand was moved to, not on one that came a moment before it.
  const { held: rows, touched, left } = useHeldRows(pressing)
  const [cursor, setCursor] = useState<IncidentId | null>(null)
  const [view, setView] = useState({ scrollTop: 0, height: 800 })
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const measure = () => setView({ scrollTop: element.scrollTop, height: element.clientHeight || 800 })
    measure()
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure)
    observer?.observe(element)
    return () => observer?.disconnect()
  }, [])

  const found = rows.findIndex((row) => row.incident.id === cursor)
  const at = found >= 0 ? found : 0
  const current = rows[at]

  // A row that was clicked keeps the focus: it follows the cursor, lest Enter open the row that was left.
  const underCursor = current?.incident.id
  useLayoutEffect(() => {
    const element = list.current
    if (!element?.contains(document.activeElement)) return
    element.querySelector<HTMLElement>('.xn-row-main[aria-current="true"]')?.focus({ preventScroll: true })
  }, [underCursor])

  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    setCursor(row.incident.id)
    const element = list.current
    if (element) element.scrollTop = scrollFor(rows.indexOf(row), element.scrollTop, view.height)
  }
  const look = (row: QueueRow) => {
    setCursor(row.incident.id)
    dispatch(incidentSelected(row.incident.id))
  }
  const openRow = (row: QueueRow) => {
    look(row)
    if (row.incident.holder === null && mayDo(me.role, 'incident.take')) void send({ type: 'incident.take', incident: row.incident.id })
  }
  const merge = ({ incident, duplicate }: QueueRow) => {
    if (duplicate) void send({ type: 'incidents.merge', into: duplicate.of, incidents: [incident.id] })
  }
  const dismiss = ({ incident }: QueueRow, of: IncidentId) => void send({ type: 'duplicate.dismiss', incident: incident.id, of })

  const withCurrent = (act: (row: QueueRow) => void) => () => void (current && act(current))
  useKeys(
    {
      ArrowDown: () => moveTo(at + 1),
      j: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      k: () => moveTo(at - 1),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      Enter: withCurrent(openRow),
      ' ': withCurrent(look),
      m: withCurrent(merge),
      x: withCurrent((row) => void (row.duplicate && dismiss(row, row.duplicate.of))),
    },
    overlay === 'none',
  )

  const { from, to } = windowOf(view.scrollTop, view.height, rows.length)
  const waiting = useMemo(() => rows.filter((row) => row.isWaiting).length, [rows])
  const unheard = unheardBreaches(board.alarms)
  return (
    <div className="xn-queue">
      <QueueFilterBar counts={t('counts', { waiting, open: rows.length - waiting })} />
      <div
        className="xn-queue-list"
        ref={list}
        onPointerMove={touched}
        onPointerLeave={left}
        onScroll={({ currentTarget }) => setView({ scrollTop: currentTarget.scrollTop, height: currentTarget.clientHeight || 800 })}
      >
        {rows.length === 0 && <Nothing isFiltered={board.incidents.size > 0} />}
        <ul aria-label={t('title')} style={{ height: rows.length * rowHeight }}>
          <li aria-hidden style={{ height: from * rowHeight }} />
          {rows.slice(from, to).map((row) => (
            <QueueRowView
              key={row.incident.id}
              row={row}
              profile={profileOf(board)}
              isUnheard={unheard.has(row.incident.id)}
              isCursor={row === current}
              isOpen={row.incident.id === open}
              onOpen={openRow}
              onMerge={merge}
              onDismiss={dismiss}
            />
          ))}
        </ul>
      </div>
    </div>
  )
}
