import { Button } from 'antd'
import type { ManagedSession } from '../../../shared/contracts/manage.ts'
import { dayTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { useChange } from '../../ui/useAsked.ts'
import { accountWords } from './words.ts'

type Props = { readonly sessions: readonly ManagedSession[]; readonly mayEnd: boolean; readonly onChanged: () => void }

/** Where one person is signed in now. */
export const AccountSessions = ({ sessions, mayEnd, onChanged }: Props) => {
  const t = useWords(accountWords)
  const change = useChange()
  const end = async ({ account, id }: ManagedSession) => {
    if (await change('DELETE', `/api/manage/sessions/${account}/${id}`)) onChanged()
  }
  return (
    <ul className="xn-sessions xn-num">
      {sessions.map((session) => (
        <li key={session.id}>
          <span>{session.address}</span>
          <span>{t('since', { at: dayTime(session.createdAt) })}</span>
          <span>{t('lastSeen', { at: dayTime(session.seenAt) })}</span>
          <span className="xn-dim">{t('until', { at: dayTime(session.expiresAt) })}</span>
          <Button size="small" danger disabled={!mayEnd} onClick={() => void end(session)}>
            {t('end')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
