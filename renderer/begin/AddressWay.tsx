import { Button, Input, Spin } from 'antd'
import { useId, type SubmitEvent } from 'react'
import { passIn, withoutPass } from '../../shared/contracts/wallLink.ts'
import { useWords } from '../ui/words.ts'
import { Trouble } from './Trouble.tsx'
import type { WayProps } from './wayProps.ts'
import { beginWords } from './words.ts'

/** The longest address that the desktop takes. */
const longest = 300

/** The way to a room that is there: its address, and what stands at it. */
export const AddressWay = ({ step, send, keepsPass }: WayProps) => {
  const t = useWords(beginWords)
  const id = useId()
  const isLooking = step.at === 'looking'
  const trouble = step.at === 'choosing' && step.trouble?.of === 'address' ? step.trouble : null
  // Whoever comes back from the other way finds the focus there.
  const isFirst = !(step.at === 'choosing' && step.trouble?.of === 'machine')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    send({ kind: 'address-given' })
  }
  return (
    <section className="xn-begin-way xn-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('addressTitle')}</h2>
      <p className="xn-dim">{t('addressHint')}</p>
      <form onSubmit={submit} noValidate>
        <label htmlFor={`${id}-address`}>{t('address')}</label>
        <div className="xn-begin-line">
          <Input
            id={`${id}-address`}
            size="large"
            autoFocus={isFirst}
            autoComplete="off"
            spellCheck={false}
            maxLength={longest}
            readOnly={isLooking}
            placeholder={t('addressExample')}
            value={step.address}
            onChange={({ target }) => send({ kind: 'address-typed', address: target.value })}
            {...(trouble && { 'aria-invalid': true, 'aria-describedby': `${id}-trouble` })}
          />
          <Button type="primary" size="large" htmlType="submit">
            {t('connect')}
          </Button>
        </div>
      </form>
      {passIn(step.address) && (
        <p className="xn-begin-wall" role="status">
          {t('wallHint')}
          {!keepsPass && <strong className="xn-begin-not-kept">{t('wallNotKept')}</strong>}
        </p>
      )}
      {isLooking && (
        <div className="xn-begin-looking" role="status">
          <Spin size="small" />
          <span>{t('looking', { address: withoutPass(step.address) })}</span>
          <Button onClick={() => send({ kind: 'went-back' })}>
            {t('stop')} <kbd>Esc</kbd>
          </Button>
        </div>
      )}
      {trouble && (
        <Trouble id={`${id}-trouble`} trouble={trouble}>
          {trouble.why === 'plain-http' && <Button onClick={() => send({ kind: 'https-wished' })}>{t('httpsInstead')}</Button>}
        </Trouble>
      )}
    </section>
  )
}
