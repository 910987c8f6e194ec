import { Button, Input, Select, Space, Table, Tooltip, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { values } from '../../../shared/domain/board/table.ts'
import type { UnitId } from '../../../shared/domain/ids.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { Force } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { followsFile, isOnDuty, type Unit } from '../../../shared/domain/unit/unit.ts'
import { useBoard, useRoom, useUnit } from '../../board/room.tsx'
import { useMinute } from '../../board/useMinute.ts'
import { ForceMark } from '../../ui/marks.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { dayTime } from '../../ui/townTime.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { DutyForm } from './DutyForm.tsx'
import { RosterEditor } from './RosterEditor.tsx'
import { spanText } from './spanText.ts'
import { rosterWords } from './words.ts'
import './rosters.css'

type Task = { readonly unit: UnitId; readonly what: 'roster' | 'on' | 'off' }

const numberOf = (id: UnitId) => Number(/[0-9]+$/.exec(id)?.[0] ?? 0)

const TaskForm = ({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) => {
  const unit = useUnit(task.unit)
  if (!unit) return null
  return task.what === 'roster' ? (
    <RosterEditor unit={unit} onClose={onClose} />
  ) : (
    <DutyForm unit={unit} isOn={task.what === 'on'} onClose={onClose} />
  )
}

const Roster = ({ unit }: { readonly unit: Unit }) => {
  const t = useWords(rosterWords)
  const { roster } = unit.definition
  return (
    <>
      {roster.length === 0 && <span className="xn-dim">{t('noRoster')}</span>}
      {roster.map((span, at) => (
        <div key={at}>{spanText(span, t)}</div>
      ))}
      {!followsFile(unit) && <div className="xn-dim">{t('notFiles')}</div>}
    </>
  )
}

/** 排班: shifts, and who is called in or sent off by hand. */
export const SetRosters = () => {
  const t = useWords(rosterWords)
  const ask = useWords(askingWords)
  const common = useWords(domainWords)
  const { me, town } = useRoom()
  const board = useBoard()
  const now = useMinute()
  const [force, setForce] = useState<Force | null>(null)
  const [text, setText] = useState('')
  const [task, setTask] = useState<Task | null>(null)

  const isFound = ({ id, definition }: Unit) =>
    (force === null || definition.force === force) && `${id} ${definition.name}`.toLowerCase().includes(text.trim().toLowerCase())
  const units = [...values(board.units)]
    .filter(isFound)
    .sort((a, b) => (a.id[0] === b.id[0] ? numberOf(a.id) - numberOf(b.id) : a.id < b.id ? -1 : 1))
  const onDuty = (unit: Unit) => isOnDuty(unit, now, town.utcOffsetMinutes)
  const mayCallIn = mayDo(me.role, 'duty.set')

  const columns: TableColumnsType<Unit> = [
    { title: t('unit'), width: 220, render: (_, { id, definition }) => `${id} ${definition.name}` },
    { title: t('force'), width: 120, render: (_, { definition }) => <ForceMark force={definition.force} withWord /> },
    {
      title: t('duty'),
      width: 260,
      render: (_, unit) => (
        <span className="xn-state" data-state={onDuty(unit) ? 'active' : 'disabled'}>
          {onDuty(unit) ? `● ${t('onDuty')}` : `○ ${t('offDuty')}`}
          {unit.task && ` · ${t('busy', { incident: unit.task.incident })}`}
          {unit.duty && now < unit.duty.until && ` · ${t('byPerson', { until: dayTime(unit.duty.until) })}`}
        </span>
      ),
    },
    {
      title: t('roster'),
      className: 'xn-num',
      render: (_, unit) => <Roster unit={unit} />,
    },
    {
      title: t('actions'),
      width: 180,
      render: (_, unit) => (
        <Space size={4}>
          <Button size="small" onClick={() => setTask({ unit: unit.id, what: 'roster' })}>
            {t('edit')}
          </Button>
          <Tooltip title={mayCallIn ? null : t('dutyNoRight')}>
            <Button size="small" disabled={!mayCallIn} onClick={() => setTask({ unit: unit.id, what: onDuty(unit) ? 'off' : 'on' })}>
              {onDuty(unit) ? t('sendOff') : t('callIn')}
            </Button>
          </Tooltip>
        </Space>
      ),
    },
  ]
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        <Select<Force | null>
          className="xn-roster-force"
          aria-label={t('force')}
          value={force}
          onChange={setForce}
          options={[{ value: null, label: t('allForces') }, ...Force.options.map((one) => ({ value: one, label: common(`force.${one}`) }))]}
        />
        <Input.Search
          allowClear
          placeholder={ask('search')}
          aria-label={ask('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </TaskHead>
      <Table<Unit>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={units}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t('empty') }}
        scroll={{ x: 'max-content' }}
      />
      {task && <TaskForm task={task} onClose={() => setTask(null)} />}
    </>
  )
}
