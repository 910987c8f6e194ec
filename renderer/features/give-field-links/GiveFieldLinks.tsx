import { Button, Popconfirm, Switch, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { MadeLink, ManagedLink } from '../../../shared/contracts/manage.ts'
import { unitNameOf } from '../../../shared/domain/board/board.ts'
import { useBoard } from '../../board/room.tsx'
import { useMinute } from '../../board/useMinute.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { dayTime } from '../../ui/townTime.ts'
import { useAsked, useChange } from '../../ui/useAsked.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { useWords } from '../../ui/words.ts'
import { FreshLinks } from './FreshLinks.tsx'
import { GiveLinks } from './GiveLinks.tsx'
import { linkState, type LinkState } from './linkState.ts'
import { linkWords } from './words.ts'
import './links.css'

const stateSigns: Readonly<Record<LinkState, string>> = { active: '●', expired: '○', disabled: '✕', gone: '✕' }

/** 手脚链接: the phones of a shift. */
export const GiveFieldLinks = () => {
  const t = useWords(linkWords)
  const ask = useWords(askingWords)
  const change = useChange()
  const now = useMinute()
  const board = useBoard()
  const { asked, reload } = useAsked<{ readonly links: readonly ManagedLink[] }>('/api/manage/links')
  const [fresh, setFresh] = useState<readonly MadeLink[]>([])
  const [isOnlyValid, setOnlyValid] = useState(true)

  const stateOf = (link: ManagedLink) => linkState(link, board, now)
  const revoke = async ({ id }: ManagedLink) => {
    if (!(await change('DELETE', `/api/manage/links/${id}`))) return
    setFresh(fresh.filter((link) => link.id !== id))
    reload()
  }
  const columns: TableColumnsType<ManagedLink> = [
    { title: t('unit'), render: (_, { unit }) => `${unit} ${unitNameOf(board, unit) ?? ''}` },
    {
      title: t('state'),
      width: 110,
      render: (_, link) => (
        <span className="xn-state" data-state={stateOf(link)}>
          {stateSigns[stateOf(link)]} {t(`state.${stateOf(link)}`)}
        </span>
      ),
    },
    { title: t('until'), width: 150, className: 'xn-num', render: (_, { expiresAt }) => dayTime(expiresAt) },
    {
      title: t('lastUsedAt'),
      width: 150,
      className: 'xn-num',
      render: (_, { lastUsedAt }) => (lastUsedAt === null ? ask('never') : dayTime(lastUsedAt)),
    },
    { title: t('createdBy'), dataIndex: 'createdBy', width: 130 },
    {
      title: t('actions'),
      width: 90,
      render: (_, link) =>
        stateOf(link) === 'active' && (
          <Popconfirm title={t('revokeAsk', { unit: link.unit })} onConfirm={() => void revoke(link)}>
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
        <label>
          <Switch size="small" checked={isOnlyValid} onChange={setOnlyValid} aria-label={t('onlyValid')} /> {t('onlyValid')}
        </label>
        <Button onClick={reload}>{ask('reload')}</Button>
      </TaskHead>
      <GiveLinks
        onMade={(links) => {
          setFresh([...links, ...fresh])
          reload()
        }}
      />
      {fresh.length > 0 && <FreshLinks links={fresh} onPutAway={() => setFresh([])} />}
      <AskedView asked={asked} reload={reload}>
        {({ links }) => (
          <Table<ManagedLink>
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={links.filter((link) => !isOnlyValid || stateOf(link) === 'active')}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: t('empty') }}
            scroll={{ x: 'max-content' }}
          />
        )}
      </AskedView>
    </>
  )
}
