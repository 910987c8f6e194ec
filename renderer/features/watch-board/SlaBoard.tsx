import { memo, useMemo, useState } from 'react'
import { profileOf } from '../../../shared/domain/board/board.ts'
import type { Stage } from '../../../shared/domain/sla/profile.ts'
import { filtersChanged, incidentSelected, mapAsked } from '../../board/deskSlice.ts'
import { useNow } from '../../board/room.tsx'
import { stageBoard, type Due, type StageCount } from '../../../shared/domain/board/stageBoard.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useSteadyBoard } from '../../board/useSteadyBoard.ts'
import { useNames } from '../../board/useNames.ts'
import { countdown, span } from '../../ui/townTime.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { boardWords } from './words.ts'

const states = ['running', 'amber', 'red'] as const
type State = (typeof states)[number]
type Opened = { readonly stage: string; readonly state: State } | null

const signs: Readonly<Record<State, string>> = { running: '', amber: '! ', red: '✕ ' }

/** Incidents of one cell that fit under the table; the queue shows all. */
const listed = 30

const TimedRow = ({ incident, dueAt, state }: Due & { readonly state: State }) => {
  const names = useNames()
  const dispatch = useRoomDispatch()
  const now = useNow()
  const isSelected = useRoomSelector((state) => state.desk.incident === incident.id)
  const open = () => {
    dispatch(incidentSelected(incident.id))
    if (incident.place.point) dispatch(mapAsked({ point: incident.place.point, zoom: null }))
  }
  return (
    <li>
      <button type="button" className="xn-timed" aria-current={isSelected} onClick={open}>
        <span className="xn-num">{incident.id}</span>
        <span>{names.kind(incident.kind)}</span>
        <span className="xn-timed-place xn-dim">{incident.place.text}</span>
        <span className="xn-num" data-clock={state}>
          {countdown(dueAt - now)}
        </span>
      </button>
    </li>
  )
}

type StageProps = Pick<StageCount, 'met' | 'missed' | 'medianMs'> &
  Readonly<Record<State, number>> & {
    readonly stage: Stage
    /** Which of its cells is open. */
    readonly opened: State | null
    readonly onOpen: (opened: Opened) => void
  }

/** Numbers, not lists: a row is drawn again only when one of them is another. */
const StageRow = memo(({ stage, met, missed, medianMs, opened, onOpen, ...counts }: StageProps) => {
  const t = useWords(boardWords)
  const isChinese = useIsChinese()
  const name = isChinese ? stage.nameZh : stage.nameEn
  const ended = met + missed
  const isSlow = medianMs !== null && medianMs > stage.limitMs
  return (
    <tr>
      <th scope="row">{name}</th>
      {states.map((state) => {
        const number = counts[state]
        const isOpen = opened === state
        return (
          <td key={state} className="xn-num" data-clock={state} data-empty={number === 0}>
            <button
              type="button"
              disabled={number === 0}
              aria-expanded={isOpen}
              aria-label={`${t('listTitle', { stage: name, state: t(state) })} ${number}`}
              onClick={() => onOpen(isOpen ? null : { stage: stage.id, state })}
            >
              {number > 0 && signs[state]}
              {number}
            </button>
          </td>
        )
      })}
      <td className="xn-num">
        {ended === 0 ? <span className="xn-dim">–</span> : `${met}/${ended}`}
        {ended > 0 && <span className="xn-dim"> {Math.round((100 * met) / ended)}%</span>}
      </td>
      <td
        className="xn-num"
        data-clock={medianMs === null ? undefined : isSlow ? 'red' : 'met'}
        title={medianMs === null ? t('noneToday') : undefined}
      >
        {medianMs === null ? '–' : `${isSlow ? '✕ ' : '✓ '}${span(medianMs)}`} <span className="xn-dim">/ {span(stage.limitMs)}</span>
      </td>
    </tr>
  )
})
StageRow.displayName = 'StageRow'

/** 时限: every stage with what runs, what is nearly due and overdue, and how today went. */
export const SlaBoard = () => {
  const t = useWords(boardWords)
  const isChinese = useIsChinese()
  const board = useSteadyBoard()
  const dispatch = useRoomDispatch()
  const isBreached = useRoomSelector((state) => state.desk.filters.isBreached)
  const now = useNow()
  const [opened, setOpened] = useState<Opened>(null)
  const counts = useMemo(() => stageBoard(board, now), [board, now])
  const profile = profileOf(board)
  const open = counts.find((count) => count.stage.id === opened?.stage)
  const list = opened && open ? open[opened.state] : []
  return (
    <section className="xn-watch-part" aria-label={t('stagesTitle', { profile: profile.nameZh })}>
      <h2>
        {t('stagesTitle', { profile: isChinese ? profile.nameZh : profile.nameEn })}
        <button
          type="button"
          className="xn-chip"
          aria-pressed={isBreached}
          onClick={() => dispatch(filtersChanged({ isBreached: !isBreached }))}
        >
          {t('filterBreached')}
        </button>
      </h2>
      <table className="xn-counts">
        <thead>
          <tr>
            <th scope="col">{t('stage')}</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {t(state)}
              </th>
            ))}
            <th scope="col">{t('metToday')}</th>
            <th scope="col">{t('median')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <StageRow
              key={count.stage.id}
              stage={count.stage}
              running={count.running.length}
              amber={count.amber.length}
              red={count.red.length}
              met={count.met}
              missed={count.missed}
              medianMs={count.medianMs}
              opened={opened?.stage === count.stage.id ? opened.state : null}
              onOpen={setOpened}
            />
          ))}
        </tbody>
      </table>
      {list.length > 0 && (
        <ul className="xn-timed-list">
          {list.slice(0, listed).map((due) => (
            <TimedRow key={due.incident.id} {...due} state={opened?.state ?? 'running'} />
          ))}
        </ul>
      )}
    </section>
  )
}
