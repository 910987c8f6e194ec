import { Switch } from 'antd'
import { memo, useMemo, useState } from 'react'
import { incidentSelected, mapAsked, unitSelected } from '../../board/deskSlice.ts'
import { useNow } from '../../board/room.tsx'
import { Since } from '../../board/Since.tsx'
import { useStep } from '../../board/useMinute.ts'
import { useSteadyBoard } from '../../board/useSteadyBoard.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import type { Force } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { countUnits, standings, type ForceCount, type Standing, type UnitStanding } from '../../board/unitStanding.ts'
import { ForceMark } from '../../ui/marks.tsx'
import { span } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { boardWords } from './words.ts'

/** Rosters change by the minute; counting five thousand units again each second would be for nothing. */
const countEveryMs = 10_000

/** Rows of an opened list before the rest is only counted. */
const listed = 60

const UnitRow = ({ unit, standing, since }: UnitStanding) => {
  const t = useWords(boardWords)
  const dispatch = useRoomDispatch()
  const isSelected = useRoomSelector((state) => state.desk.unit === unit.id)
  const show = () => {
    dispatch(unitSelected(unit.id))
    dispatch(mapAsked({ point: unit.definition.home, zoom: 16, unit: unit.id }))
  }
  return (
    <li className="xn-unit-row" data-sos={unit.sos !== null}>
      <button type="button" aria-current={isSelected} onClick={show}>
        <span className="xn-num xn-dim">{unit.id}</span>
        <span className="xn-unit-name">
          {unit.sos && <strong>{t('sos')} </strong>}
          {unit.definition.name}
        </span>
        <span data-standing={standing}>{t(`standing.${standing}`)}</span>
        <span className="xn-num">{since === null ? standing === 'off' ? '' : t('onDutyAll') : <Since at={since} />}</span>
      </button>
      {unit.task && (
        <button type="button" className="xn-unit-task xn-num" onClick={() => dispatch(incidentSelected(unit.task?.incident ?? null))}>
          {unit.task.incident}
        </button>
      )}
    </li>
  )
}

/** Those in danger first, then those longest at it. */
const inOrder = (a: UnitStanding, b: UnitStanding): number =>
  Number(b.unit.sos !== null) - Number(a.unit.sos !== null) || (a.since ?? Infinity) - (b.since ?? Infinity)

/** Who is in danger is never left out, on duty or not. */
const rowsOf = (count: ForceCount, shown: readonly Standing[]): readonly UnitStanding[] =>
  standings.flatMap((standing) => count.units[standing].filter(({ unit }) => shown.includes(standing) || unit.sos !== null)).sort(inOrder)

const UnitList = ({ count, shown }: { readonly count: ForceCount; readonly shown: readonly Standing[] }) => {
  const t = useWords(boardWords)
  const all = rowsOf(count, shown)
  return (
    <tr>
      <td colSpan={shown.length + 1} className="xn-unit-cell">
        <ul className="xn-unit-list">
          {all.slice(0, listed).map((one) => (
            <UnitRow key={one.unit.id} {...one} />
          ))}
        </ul>
        {all.length > listed && <p className="xn-dim">{t('more', { number: all.length - listed })}</p>}
      </td>
    </tr>
  )
}

const Longest = ({ since }: { readonly since: number }) => {
  const t = useWords(boardWords)
  const text = span(useNow() - since)
  return (
    <span className="xn-count-span" title={t('longest', { for: text })}>
      {' '}
      {text}
    </span>
  )
}

type CellProps = { readonly number: number; readonly standing: Standing; readonly longest: number | null }

const Cell = memo(({ number, standing, longest }: CellProps) => {
  const isTimed = standing === 'assigned' || standing === 'moving' || standing === 'working'
  return (
    <td className="xn-num" data-standing={standing} data-empty={number === 0}>
      <span className="xn-count">{number}</span>
      {isTimed && longest !== null && <Longest since={longest} />}
    </td>
  )
})
Cell.displayName = 'Cell'

type HeadProps = { readonly force: Force; readonly sos: number; readonly isOpen: boolean; readonly onOpen: (force: Force | null) => void }

const ForceHead = memo(({ force, sos, isOpen, onOpen }: HeadProps) => {
  const t = useWords(boardWords)
  const domain = useWords(domainWords)
  return (
    <th scope="row">
      <button
        type="button"
        aria-expanded={isOpen}
        title={t('expand', { force: domain(`force.${force}`) })}
        onClick={() => onOpen(isOpen ? null : force)}
      >
        <span aria-hidden>{isOpen ? '▾' : '▸'}</span> <ForceMark force={force} withWord size={16} />
        {sos > 0 && (
          <strong className="xn-sos">
            {t('sos')} {sos}
          </strong>
        )}
      </button>
    </th>
  )
})
ForceHead.displayName = 'ForceHead'

/** 力量: by force and what they do, with how long the longest has been doing it; a force opens into its list. */
export const UnitBoard = () => {
  const t = useWords(boardWords)
  const board = useSteadyBoard()
  const countedAt = useStep(countEveryMs)
  const [showOff, setShowOff] = useState(false)
  const [opened, setOpened] = useState<Force | null>(null)
  const counts = useMemo(() => countUnits(board, countedAt), [board, countedAt])
  const shown = standings.filter((standing) => showOff || standing !== 'off')
  const total = (standing: Standing) => counts.reduce((sum, count) => sum + count.units[standing].length, 0)
  return (
    <section className="xn-watch-part" aria-label={t('unitsTitle')}>
      <h2>
        {t('unitsTitle')}
        <label className="xn-off-switch">
          <Switch size="small" checked={showOff} onChange={setShowOff} aria-label={t('showOff')} /> {t('showOff')}
        </label>
      </h2>
      <table className="xn-counts">
        <thead>
          <tr>
            <th scope="col">{t('force')}</th>
            {shown.map((standing) => (
              <th key={standing} scope="col">
                {t(`standing.${standing}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => {
            const isOpen = opened === count.force
            return [
              <tr key={count.force} data-open={isOpen}>
                <ForceHead force={count.force} sos={count.sos} isOpen={isOpen} onOpen={setOpened} />
                {shown.map((standing) => (
                  <Cell
                    key={standing}
                    standing={standing}
                    number={count.units[standing].length}
                    longest={count.units[standing][0]?.since ?? null}
                  />
                ))}
              </tr>,
              isOpen && <UnitList key={`${count.force}-list`} count={count} shown={shown} />,
            ]
          })}
          <tr className="xn-counts-total">
            <th scope="row">{t('total')}</th>
            {shown.map((standing) => (
              <td key={standing} className="xn-num">
                {total(standing)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {counts.length === 0 && <p className="xn-dim">{t('noUnits')}</p>}
    </section>
  )
}
