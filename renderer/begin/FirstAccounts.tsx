import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/words.ts'
import type { Begun, BeginEvent } from './beginning.ts'
import { copyText } from './copyText.ts'
import { EnterTrouble } from './EnterTrouble.tsx'
import { StepHead } from './StepHead.tsx'
import { beginWords } from './words.ts'

type Props = {
  readonly begun: Begun
  readonly trouble: 'cannot-enter' | 'still-here' | null
  readonly send: (event: BeginEvent) => void
}

const Password = ({ password, isForAll }: { readonly password: string; readonly isForAll: boolean }) => {
  const t = useWords(beginWords)
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <div className="xn-begin-password">
      <div>{t(isForAll ? 'accountsOnePassword' : 'accountsPassword')}</div>
      <div className="xn-begin-line">
        <code>{password}</code>
        <Button size="large" onClick={() => void copyText(password).then(setCopied)}>
          {t('copy')}
        </Button>
        <span role="status">{copied !== null && t(copied ? 'copied' : 'cannotCopy')}</span>
      </div>
    </div>
  )
}

/** The room that was begun here: who may sign in, and the password that is shown this once. */
export const FirstAccounts = ({ begun: { server, accounts, password, mustChange }, trouble, send }: Props) => {
  const t = useWords(beginWords)
  return (
    <div className="xn-begin-step">
      <StepHead>{t('accountsTitle')}</StepHead>
      <p className="xn-begin-server">{server}</p>
      {password === null ? (
        <p>{t('accountsBefore')}</p>
      ) : (
        <>
          <p>{t('accountsLead')}</p>
          <Password password={password} isForAll={accounts.length > 1} />
          {mustChange && <p>{t('mustChange')}</p>}
        </>
      )}
      {accounts.length > 0 && (
        <section aria-label={t('accounts')}>
          <h2>{t('accounts')}</h2>
          <ul className="xn-begin-accounts">
            {accounts.map(({ id, name }) => (
              <li key={id}>
                <code>{id}</code> {name}
              </li>
            ))}
          </ul>
        </section>
      )}
      <EnterTrouble trouble={trouble} />
      <div className="xn-begin-answers">
        <Button size="large" type="primary" onClick={() => send({ kind: 'enter-wished' })}>
          {t(password === null ? 'enter' : 'written')}
        </Button>
      </div>
    </div>
  )
}
