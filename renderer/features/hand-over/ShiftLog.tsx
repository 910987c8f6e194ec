import { Button, Input, type GetRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ShiftEntry } from '../../../shared/domain/board/board.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { useBoard, useRoom } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { useRoomSelector } from '../../board/store.ts'
import { useNames } from '../../board/useNames.ts'
import { dayTime, shortTime } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { HandOverForm } from './HandOverForm.tsx'
import { handOverNote } from './handOverNote.ts'
import type { ShiftAsked } from './shiftAsked.ts'
import { handOverWords } from './words.ts'
import './hand-over.css'

const Entry = ({ entry }: { readonly entry: ShiftEntry }) => {
  const t = useWords(handOverWords)
  const who = entry.kind === 'handOver' ? t('gaveTo', { by: entry.by, to: entry.to }) : t('wroteOn', { by: entry.by })
  return (
    <li data-kind={entry.kind}>
      <time className="xn-num" title={dayTime(entry.at)}>
        {shortTime(entry.at)}
      </time>
      <span>
        <span className="xn-dim">{who}</span> {entry.text}
      </span>
    </li>
  )
}

const NewEntry = ({ asked }: { readonly asked: ShiftAsked | null }) => {
  const t = useWords(handOverWords)
  const field = useRef<GetRef<typeof Input.TextArea>>(null)
  const send = useSend()
  const isCut = useRoomSelector((state) => state.link.link.state === 'cut')
  const [text, setText] = useState('')
  useEffect(() => {
    if (asked?.what === 'write') field.current?.focus()
  }, [asked])
  const keep = async () => {
    const trimmed = text.trim()
    if (trimmed === '') return
    const answer = await send({ type: 'shift.log', text: trimmed })
    // What the room did not take stays in the field.
    if (answer?.ok) setText((now) => (now.trim() === trimmed ? '' : now))
  }
  return (
    <div className="xn-shift-new">
      <Input.TextArea
        ref={field}
        aria-label={t('entry')}
        placeholder={t('entry')}
        value={text}
        maxLength={2_000}
        autoSize={{ minRows: 1, maxRows: 4 }}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <Button size="small" disabled={text.trim() === '' || isCut} onClick={() => void keep()}>
        {t('save')}
      </Button>
    </div>
  )
}

/** 值班日志 and 交接班: what the room writes for itself and for the next shift. */
export const ShiftLog = ({ asked }: { readonly asked: ShiftAsked | null }) => {
  const t = useWords(handOverWords)
  const domain = useWords(domainWords)
  const names = useNames()
  const { me } = useRoom()
  const board = useBoard()
  const [draft, setDraft] = useState<string | null>(null)
  const mayWrite = mayDo(me.role, 'shift.log')
  const begin = () => setDraft(handOverNote(board, { t, domain, kind: names.kind }))
  const latestBegin = useRef(begin)
  useEffect(() => {
    latestBegin.current = begin
  })
  useEffect(() => {
    if (asked?.what === 'handOver' && mayWrite) latestBegin.current()
  }, [asked, mayWrite])
  return (
    <section className="xn-shift" aria-label={t('title')}>
      <h2>
        {t('title')}
        {mayWrite && (
          <Button size="small" onClick={begin}>
            {t('handOver')}
          </Button>
        )}
      </h2>
      {mayWrite && <NewEntry asked={asked} />}
      {board.shiftLog.length === 0 && <p className="xn-dim">{t('empty')}</p>}
      <ol tabIndex={board.shiftLog.length > 0 ? 0 : -1} aria-label={t('title')}>
        {board.shiftLog.map((entry) => (
          <Entry key={`${entry.at}${entry.kind}${entry.text}`} entry={entry} />
        ))}
      </ol>
      {draft !== null && <HandOverForm draft={draft} onClose={() => setDraft(null)} />}
    </section>
  )
}
