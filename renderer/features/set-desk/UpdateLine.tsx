import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { UpdateState } from '../../../shared/contracts/update.ts'
import { assertNever } from '../../../shared/domain/assertNever.ts'
import { useDeskNews } from '../../board/useDeskNews.ts'
import { deskOf } from '../../feed/desk.ts'
import { dayTime } from '../../ui/townTime.ts'
import { useWords, type Say } from '../../ui/words.ts'
import { deskWords } from './words.ts'

const saidOf = (update: UpdateState, t: Say<(typeof deskWords)['keys'][number]>): string => {
  switch (update.state) {
    case 'off':
    case 'looking':
      return t(`update.${update.state}`)
    case 'current':
      return t('update.current', { at: dayTime(update.lookedAt) })
    case 'loading':
      return t('update.loading', { version: update.version, percent: Math.round(update.share * 100) })
    case 'staged':
      return t(`update.${update.waitsFor}`, { version: update.version })
    case 'refused':
      return t(`update.${update.why}`)
    default:
      return assertNever(update)
  }
}

/** Where the program stands with its next version, and the step that a person may take. */
export const UpdateLine = () => {
  const t = useWords(deskWords)
  const [update, setUpdate] = useState<UpdateState | null>(null)
  useEffect(
    () =>
      void deskOf(window)
        ?.ask('update:see', {})
        .then(setUpdate, () => {}),
    [],
  )
  useDeskNews('update:changed', setUpdate)
  if (!update) return null
  const act = (what: 'look' | 'install') =>
    void deskOf(window)
      ?.ask('update:do', { what })
      .then(setUpdate, () => {})
  return (
    <div className="xn-set-desk-line">
      <span className="xn-num" role="status">
        {saidOf(update, t)}
      </span>
      {(update.state === 'current' || update.state === 'refused') && (
        <Button size="small" onClick={() => act('look')}>
          {t('look')}
        </Button>
      )}
      {update.state === 'staged' && update.waitsFor === 'person' && (
        <Button size="small" type="primary" onClick={() => act('install')}>
          {t('install')}
        </Button>
      )}
    </div>
  )
}
