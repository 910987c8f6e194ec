import { App, Select, Table, type TableColumnsType } from 'antd'
import type { AccountChange, ManagedAccount, ManagedSession } from '../../../shared/contracts/manage.ts'
import { AccountRole, type Role } from '../../../shared/domain/actor.ts'
import { mayManageRole } from '../../../shared/domain/room/manageRights.ts'
import { dayTime } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { useChange } from '../../ui/useAsked.ts'
import { AccountActions } from './AccountActions.tsx'
import { AccountSessions } from './AccountSessions.tsx'
import { accountWords } from './words.ts'

type Props = {
  readonly by: Role
  readonly accounts: readonly ManagedAccount[]
  readonly sessions: readonly ManagedSession[]
  readonly onChanged: () => void
  readonly onPassword: (account: ManagedAccount, password: string) => void
}

const stateOf = ({ disabledAt, mustChange }: ManagedAccount) => (disabledAt !== null ? 'disabled' : mustChange ? 'must-change' : 'active')
const stateSigns = { active: '●', 'must-change': '◐', disabled: '✕' } as const

export const AccountTable = ({ by, accounts, sessions, onChanged, onPassword }: Props) => {
  const t = useWords(accountWords)
  const common = useWords(domainWords)
  const change = useChange()
  const { modal } = App.useApp()
  const sessionsOf = ({ id }: ManagedAccount) => sessions.filter(({ account }) => account === id)
  const mayChange = ({ role }: ManagedAccount) => mayManageRole(by, role)

  const setRole = (account: ManagedAccount, role: AccountRole) =>
    modal.confirm({
      title: t('roleAsk', { name: account.name, role: common(`role.${role}`) }),
      onOk: async () => {
        if (await change('PUT', `/api/manage/accounts/${account.id}`, { change: 'role', role } satisfies AccountChange)) onChanged()
      },
    })

  const columns: TableColumnsType<ManagedAccount> = [
    { title: t('id'), dataIndex: 'id', width: 130, render: (id: string) => <strong>{id}</strong> },
    { title: t('name'), dataIndex: 'name', width: 110 },
    {
      title: t('role'),
      width: 150,
      render: (_, account) => (
        <Select<AccountRole>
          size="small"
          className="xn-wide"
          aria-label={`${t('role')} ${account.name}`}
          value={account.role}
          disabled={!mayChange(account)}
          onChange={(role) => void setRole(account, role)}
          options={AccountRole.options
            .filter((role) => role === account.role || mayManageRole(by, role))
            .map((role) => ({ value: role, label: common(`role.${role}`) }))}
        />
      ),
    },
    {
      title: t('state'),
      width: 130,
      render: (_, account) => (
        <span className="xn-state" data-state={stateOf(account)}>
          <span aria-hidden>{stateSigns[stateOf(account)]}</span> {t(`state.${stateOf(account)}`)}
        </span>
      ),
    },
    {
      title: t('sessions'),
      width: 90,
      render: (_, account) =>
        sessionsOf(account).length === 0 ? (
          <span className="xn-dim">{t('none')}</span>
        ) : (
          t('sessionsOf', { count: sessionsOf(account).length })
        ),
    },
    { title: t('createdAt'), width: 150, className: 'xn-num', render: (_, { createdAt }) => dayTime(createdAt) },
    {
      title: t('actions'),
      render: (_, account) => (
        <AccountActions
          account={account}
          isSignedIn={sessionsOf(account).length > 0}
          mayChange={mayChange(account)}
          onChanged={onChanged}
          onPassword={(password) => onPassword(account, password)}
        />
      ),
    },
  ]
  return (
    <Table<ManagedAccount>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={accounts}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: t('empty') }}
      scroll={{ x: 'max-content' }}
      expandable={{
        rowExpandable: (account) => sessionsOf(account).length > 0,
        expandedRowRender: (account) => (
          <AccountSessions sessions={sessionsOf(account)} mayEnd={mayChange(account)} onChanged={onChanged} />
        ),
      }}
    />
  )
}
