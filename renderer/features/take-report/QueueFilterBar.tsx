import { Button, Input, Select } from 'antd'
import { memo } from 'react'
import { filtersChanged, noFilters, overlayShown, type QueueFilters } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { Force } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { queueWords } from './words.ts'

const NewReportButton = memo(() => {
  const t = useWords(queueWords)
  const dispatch = useRoomDispatch()
  const { me } = useRoom()
  if (!mayDo(me.role, 'incident.take')) return null
  return (
    <Button size="small" type="primary" onClick={() => dispatch(overlayShown('report'))}>
      <kbd>N</kbd> {t('newReport')}
    </Button>
  )
})
NewReportButton.displayName = 'NewReportButton'

const Filters = memo(() => {
  const t = useWords(queueWords)
  const domain = useWords(domainWords)
  const dispatch = useRoomDispatch()
  const filters = useRoomSelector((state) => state.desk.filters)
  const change = (changes: Partial<QueueFilters>) => dispatch(filtersChanged(changes))
  const chip = (text: string, isOn: boolean, changes: Partial<QueueFilters>) => (
    <Button size="small" type={isOn ? 'primary' : 'default'} aria-pressed={isOn} onClick={() => change(changes)}>
      {text}
    </Button>
  )
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(noFilters)
  return (
    <>
      <Input
        size="small"
        allowClear
        value={filters.text}
        placeholder={t('search')}
        aria-label={t('search')}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <div className="xn-chips">
        {chip(t('filter.mine'), filters.isMine, { isMine: !filters.isMine })}
        {chip(t('filter.breached'), filters.isBreached, { isBreached: !filters.isBreached })}
        {chip(t('filter.police'), filters.nature === 'police', { nature: filters.nature === 'police' ? 'all' : 'police' })}
        {chip(t('filter.civil'), filters.nature === 'civil', { nature: filters.nature === 'civil' ? 'all' : 'civil' })}
        <Select
          size="small"
          allowClear
          value={filters.force}
          placeholder={t('filter.force')}
          aria-label={t('filter.force')}
          options={Force.options.map((force) => ({ value: force, label: domain(`force.${force}`) }))}
          onChange={(force: Force | undefined) => change({ force: force ?? null })}
          style={{ minWidth: 92 }}
        />
        {isFiltered && (
          <Button size="small" type="link" onClick={() => change(noFilters)}>
            {t('clear')}
          </Button>
        )}
      </div>
    </>
  )
})
Filters.displayName = 'Filters'

/** What of the queue is shown, and how much waits; the counts change many times a second, the rest does not. */
export const QueueFilterBar = ({ counts }: { readonly counts: string }) => (
  <div className="xn-queue-bar">
    <div className="xn-row-line">
      <strong className="xn-num">{counts}</strong>
      <span className="xn-gap" />
      <NewReportButton />
    </div>
    <Filters />
  </div>
)
