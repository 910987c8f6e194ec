import { Button, Result, Spin } from 'antd'
import type { ReactNode } from 'react'
import type { Asked } from './useAsked.ts'
import { askingWords } from './words/asking.ts'
import { domainWords } from './words/domain.ts'
import { useWords } from './words.ts'

type Props<T> = { readonly asked: Asked<T>; readonly reload: () => void; readonly children: (value: T) => ReactNode }

/** What was asked for, once it is here; before that, and when it does not come, a view that says so. */
export const AskedView = <T,>({ asked, reload, children }: Props<T>) => {
  const t = useWords(askingWords)
  const common = useWords(domainWords)
  switch (asked.state) {
    case 'here':
      return children(asked.value)
    case 'loading':
      return (
        <div className="xn-empty" role="status">
          <Spin />
          <span>{common('loading')}</span>
        </div>
      )
    case 'no-right':
      return <Result status="warning" title={t('noRight')} subTitle={t('noRightHint')} />
    case 'failed':
      return (
        <Result
          status="warning"
          title={common('loadFailed')}
          subTitle={asked.why}
          extra={<Button onClick={reload}>{common('again')}</Button>}
        />
      )
  }
}
