import { Button, Popconfirm, Table, Typography, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { ManagedToken } from '../../../shared/contracts/manage.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { OnceShown } from '../../ui/OnceShown.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { dayTime } from '../../ui/townTime.ts'
import { useAsked, useChange } from '../../ui/useAsked.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { NewTokenForm } from './NewTokenForm.tsx'
import { tokenWords } from './words.ts'

/** 渠道令牌: which outside systems may push. */
export const ManageTokens = () => {
  const t = useWords(tokenWords)
  const ask = useWords(askingWords)
  const common = useWords(domainWords)
  const change = useChange()
  const { asked, reload } = useAsked<{ readonly tokens: readonly ManagedToken[] }>('/api/manage/tokens')
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<{ readonly name: string; readonly token: string } | null>(null)

  const revoke = async ({ id }: ManagedToken) => {
    if (await change('DELETE', `/api/manage/tokens/${id}`)) reload()
  }
  const columns: TableColumnsType<ManagedToken> = [
    { title: t('channel'), width: 120, render: (_, { channel }) => common(`channel.${channel}`) },
    { title: t('name'), dataIndex: 'name' },
    {
      title: t('state'),
      width: 100,
      render: (_, { revokedAt }) => (
        <span className="xn-state" data-state={revokedAt === null ? 'active' : 'disabled'}>
          {revokedAt === null ? `● ${t('state.active')}` : `✕ ${t('state.disabled')}`}
        </span>
      ),
    },
    {
      title: t('lastUsedAt'),
      width: 150,
      className: 'xn-num',
      render: (_, { lastUsedAt }) => (lastUsedAt === null ? ask('never') : dayTime(lastUsedAt)),
    },
    { title: t('createdBy'), dataIndex: 'createdBy', width: 130 },
    { title: t('createdAt'), width: 150, className: 'xn-num', render: (_, { createdAt }) => dayTime(createdAt) },
    {
      title: t('actions'),
      width: 100,
      render: (_, token) =>
        token.revokedAt === null && (
          <Popconfirm title={t('revokeAsk', { name: token.name })} onConfirm={() => void revoke(token)}>
            <Button size="small" danger>
              {t('revoke')}
            </Button>
          </Popconfirm>
        ),
    },
  ]
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        <Button href="/api/docs" target="_blank">
          {t('docs')}
        </Button>
        <Button onClick={reload}>{ask('reload')}</Button>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </TaskHead>
      <AskedView asked={asked} reload={reload}>
        {({ tokens }) => (
          <Table<ManagedToken>
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={tokens}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: t('empty') }}
            scroll={{ x: 'max-content' }}
          />
        )}
      </AskedView>
      {isAdding && (
        <NewTokenForm
          onClose={() => setAdding(false)}
          onMade={(name, token) => {
            setAdding(false)
            setMade({ name, token })
            reload()
          }}
        />
      )}
      {made && (
        <OnceShown title={t('madeTitle', { name: made.name })} secret={made.token} onClose={() => setMade(null)}>
          <p>{t('use')}</p>
          <Typography.Text code>Authorization: Bearer {made.token}</Typography.Text>
        </OnceShown>
      )}
    </>
  )
}
