import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ManagedAccount, ManagedSession } from '../../../shared/contracts/manage.ts'
import { useRoom } from '../../board/room.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { OnceShown } from '../../ui/OnceShown.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { useAsked } from '../../ui/useAsked.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { useWords } from '../../ui/words.ts'
import { AccountTable } from './AccountTable.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'
import { accountWords } from './words.ts'

type Shown = { readonly id: string; readonly name: string; readonly password: string }

/** 账号: who may come in and as what. */
export const ManageAccounts = () => {
  const t = useWords(accountWords)
  const ask = useWords(askingWords)
  const { me } = useRoom()
  const people = useAsked<{ readonly accounts: readonly ManagedAccount[] }>('/api/manage/accounts')
  const desks = useAsked<{ readonly sessions: readonly ManagedSession[] }>('/api/manage/sessions')
  const [text, setText] = useState('')
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)

  const reload = () => {
    people.reload()
    desks.reload()
  }
  const isFound = ({ id, name }: ManagedAccount) => `${id} ${name}`.toLowerCase().includes(text.trim().toLowerCase())
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        <Input.Search
          allowClear
          placeholder={ask('search')}
          aria-label={ask('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button onClick={reload}>{ask('reload')}</Button>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </TaskHead>
      <AskedView asked={people.asked} reload={reload}>
        {({ accounts }) => (
          <AccountTable
            by={me.role}
            accounts={accounts.filter(isFound)}
            sessions={desks.asked.state === 'here' ? desks.asked.value.sessions : []}
            onChanged={reload}
            onPassword={({ id, name }, password) => setShown({ id, name, password })}
          />
        )}
      </AskedView>
      {isAdding && (
        <NewAccountForm
          by={me.role}
          onClose={() => setAdding(false)}
          onMade={({ id, name }, password) => {
            setAdding(false)
            setShown({ id: id.toLowerCase(), name, password })
            reload()
          }}
        />
      )}
      {shown && (
        <OnceShown
          title={t('passwordFor', shown)}
          secret={shown.password}
          onClose={() => {
            setShown(null)
            reload()
          }}
        />
      )}
    </>
  )
}
