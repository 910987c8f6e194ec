import { Alert, Button, Checkbox, Modal, Space } from 'antd'
import { useState } from 'react'
import { isSameRoster, type RosterSpan } from '../../../shared/domain/unit/roster.ts'
import type { Unit } from '../../../shared/domain/unit/unit.ts'
import { useSend } from '../../board/send.ts'
import { useWords } from '../../ui/words.ts'
import { weekdays } from './spanText.ts'
import { TimeField } from './TimeField.tsx'
import { rosterWords } from './words.ts'

type SpanProps = { readonly span: RosterSpan; readonly onChange: (span: RosterSpan) => void; readonly onRemove: () => void }

const SpanRow = ({ span, onChange, onRemove }: SpanProps) => {
  const t = useWords(rosterWords)
  return (
    <li>
      <Checkbox.Group
        aria-label={t('days')}
        value={[...span.days]}
        onChange={(days) => onChange({ ...span, days })}
        options={weekdays.map((day) => ({ value: day as number, label: t(`day.${day}`) }))}
      />
      <TimeField label={t('from')} minute={span.fromMinute} onChange={(fromMinute) => onChange({ ...span, fromMinute })} />
      <span>–</span>
      <TimeField label={t('to')} minute={span.toMinute} onChange={(toMinute) => onChange({ ...span, toMinute })} />
      <span className="xn-dim xn-next">{span.toMinute <= span.fromMinute ? t('nextDay') : ''}</span>
      <Button size="small" onClick={onRemove}>
        {t('remove')}
      </Button>
    </li>
  )
}

const dayShift: RosterSpan = { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, toMinute: 17 * 60 }

/** Most shifts one unit may have; the room refuses more. */
const mostSpans = 40

/** The shifts of one unit, changed on the side and said to the room as a whole. */
export const RosterEditor = ({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) => {
  const t = useWords(rosterWords)
  const send = useSend()
  const [spans, setSpans] = useState<readonly RosterSpan[]>(unit.definition.roster)
  const [isSending, setSending] = useState(false)
  const isWhole = spans.every(({ days }) => days.length > 0)
  const save = async () => {
    setSending(true)
    const answer = await send({ type: 'roster.set', unit: unit.id, roster: spans })
    setSending(false)
    if (answer?.ok) onClose()
  }
  return (
    <Modal
      open
      width={720}
      title={t('editOf', { unit: `${unit.id} ${unit.definition.name}` })}
      okText={t('save')}
      okButtonProps={{ disabled: !isWhole }}
      confirmLoading={isSending}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {!isWhole && <Alert type="warning" showIcon title={t('noDays')} />}
      {spans.length === 0 && <p className="xn-dim">{t('noRoster')}</p>}
      <ul className="xn-spans">
        {spans.map((span, at) => (
          <SpanRow
            key={at}
            span={span}
            onChange={(next) => setSpans(spans.with(at, next))}
            onRemove={() => setSpans(spans.toSpliced(at, 1))}
          />
        ))}
      </ul>
      <Space>
        <Button disabled={spans.length >= mostSpans} onClick={() => setSpans([...spans, dayShift])}>
          {t('addSpan')}
        </Button>
        {!isSameRoster(spans, unit.fileRoster) && <Button onClick={() => setSpans(unit.fileRoster)}>{t('takeFiles')}</Button>}
      </Space>
    </Modal>
  )
}
