import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../ui/words.ts'
import type { AddressTrouble, MachineTrouble } from './beginning.ts'
import { troubleText } from './troubleText.ts'
import { troubleWords } from './troubleWords.ts'

type Props = { readonly id: string; readonly trouble: AddressTrouble | MachineTrouble; readonly children?: ReactNode }

/** What went wrong with one of the two ways, beside it; `children`: a way out that is one key away. */
export const Trouble = ({ id, trouble, children }: Props) => {
  const t = useWords(troubleWords)
  const { title, todo } = troubleText(trouble, t)
  const isWish = trouble.why === 'stopped' || trouble.why === 'nothing-typed'
  return (
    <Alert
      id={id}
      className="xn-begin-trouble"
      role="alert"
      type={isWish ? 'info' : 'error'}
      showIcon
      title={title}
      description={
        <>
          <p>{todo}</p>
          {trouble.of === 'machine' && trouble.said !== '' && (
            <pre tabIndex={0} role="group" aria-label={t('said')}>
              {trouble.said}
            </pre>
          )}
          {children}
        </>
      }
    />
  )
}
