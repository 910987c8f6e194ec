import { Alert, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { areInOrder, SoundThresholds, type Thresholds } from '../../../shared/domain/room/thresholds.ts'
import { useBoard } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { useWords } from '../../ui/words.ts'
import { thresholdWords } from './words.ts'
import './thresholds.css'

type Key = keyof Thresholds

/** How many of the kept unit are one of the shown: 60,000 ms are a minute. */
const scale: Readonly<Record<Key, number>> = {
  askBelowConfidence: 0.01,
  fixIsOldAfterMs: 1_000,
  fixIsUselessAfterMs: 1_000,
  restMs: 1_000,
  arrivalWithinM: 1,
  whistleWithinMs: 60_000,
}
const keys = Object.keys(scale) as readonly Key[]

/** Whole numbers on screen; the kept ones have no dust of floating point. */
const keptOf = (key: Key, shown: number): number =>
  key === 'askBelowConfidence' ? Math.round(shown) / 100 : Math.round(shown * scale[key])

/** 阈值: numbers that a supervisor may change while the room works. */
export const SetThresholds = () => {
  const t = useWords(thresholdWords)
  const board = useBoard()
  const send = useSend()
  const [draft, setDraft] = useState<Thresholds | null>(null)
  const thresholds = draft ?? board.thresholds
  const mayBeSaved = draft !== null && SoundThresholds.safeParse(draft).success

  const save = async () => {
    const answer = await send({ type: 'thresholds.set', thresholds })
    if (answer?.ok) setDraft(null)
  }
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        <Button disabled={!draft} onClick={() => setDraft(null)}>
          {t('discard')}
        </Button>
        <Button type="primary" disabled={!mayBeSaved} onClick={() => void save()}>
          {t('save')}
        </Button>
      </TaskHead>
      {!areInOrder(thresholds) && <Alert type="error" showIcon role="alert" title={t('order')} />}
      <ul className="xn-thresholds">
        {keys.map((key) => (
          <li key={key} className="xn-panel">
            <label htmlFor={key}>{t(key)}</label>
            <span>
              <InputNumber
                id={key}
                className="xn-num"
                min={0}
                {...(key === 'askBelowConfidence' && { max: 100 })}
                precision={0}
                value={Math.round(thresholds[key] / scale[key])}
                onChange={(value) => value !== null && setDraft({ ...thresholds, [key]: keptOf(key, value) })}
              />{' '}
              {t(`unit.${key}`)}
            </span>
            <span className="xn-dim">{t(`why.${key}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
