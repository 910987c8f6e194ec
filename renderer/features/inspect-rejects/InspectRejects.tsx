import { Button, Switch, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { RejectedForm, SeenRejects } from '../../../shared/contracts/manage.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { clockTime, dayTime } from '../../ui/townTime.ts'
import { useAsked, useChange } from '../../ui/useAsked.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { useProblems } from './useProblems.ts'
import { rejectWords } from './words.ts'
import './rejects.css'

/** JSON in lines that can be read; anything else as it came. */
const readable = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

/** 退回表单: what outside systems do wrong. */
export const InspectRejects = () => {
  const t = useWords(rejectWords)
  const ask = useWords(askingWords)
  const common = useWords(domainWords)
  const change = useChange()
  const sayProblems = useProblems()
  const { asked, reload } = useAsked<{ readonly rejects: readonly RejectedForm[] }>('/api/manage/rejects')
  const [isOnlyNew, setOnlyNew] = useState(false)
  const rejects = asked.state === 'here' ? asked.value.rejects : []
  const newest = rejects.find(({ isSeen }) => !isSeen)

  const seeAll = async ({ id }: RejectedForm) => {
    if (await change('POST', '/api/manage/rejects/seen', { upTo: id } satisfies SeenRejects)) reload()
  }
  const columns: TableColumnsType<RejectedForm> = [
    { title: t('at'), width: 160, className: 'xn-num', render: (_, { at }) => `${dayTime(at).slice(0, 10)} ${clockTime(at)}` },
    { title: t('channel'), width: 110, render: (_, { channel }) => common(`channel.${channel}`) },
    { title: t('reason'), render: (_, { reason }) => sayProblems(reason) },
    { title: t('from'), dataIndex: 'from', width: 240 },
    {
      title: t('state'),
      width: 90,
      render: (_, { isSeen }) =>
        isSeen ? <span className="xn-dim">✓ {t('isSeen')}</span> : <strong className="xn-new">● {t('isNew')}</strong>,
    },
  ]
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        <label>
          <Switch size="small" checked={isOnlyNew} onChange={setOnlyNew} aria-label={t('onlyNew')} /> {t('onlyNew')}
        </label>
        <Button onClick={reload}>{ask('reload')}</Button>
        <Button type="primary" disabled={!newest} onClick={() => newest && void seeAll(newest)}>
          {t('seenAll')}
        </Button>
      </TaskHead>
      <AskedView asked={asked} reload={reload}>
        {() => (
          <Table<RejectedForm>
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={rejects.filter(({ isSeen }) => !isOnlyNew || !isSeen)}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: t('empty') }}
            scroll={{ x: 'max-content' }}
            expandable={{
              expandRowByClick: true,
              expandedRowRender: ({ body }) => (
                <pre className="xn-body" aria-label={t('body')}>
                  {readable(body)}
                </pre>
              ),
            }}
          />
        )}
      </AskedView>
    </>
  )
}
