import { Button, Popconfirm, Space, Tooltip } from 'antd'
import type { AccountChange, ManagedAccount, OneTimePassword } from '../../../shared/contracts/manage.ts'
import { useWords } from '../../ui/words.ts'
import { useChange } from '../../ui/useAsked.ts'
import { accountWords } from './words.ts'

type Props = {
  readonly account: ManagedAccount
  readonly isSignedIn: boolean
  readonly mayChange: boolean
  readonly onChanged: () => void
  readonly onPassword: (password: string) => void
}

/** What may be done to one account; greyed with the reason where the person may not. */
export const AccountActions = ({ account, isSignedIn, mayChange, onChanged, onPassword }: Props) => {
  const t = useWords(accountWords)
  const change = useChange()
  const { id, name } = account
  const isDisabled = account.disabledAt !== null
  const path = `/api/manage/accounts/${id}`

  const reset = async () => {
    const made = await change<OneTimePassword>('POST', `${path}/password`)
    if (made) onPassword(made.value.password)
  }
  const disable = async (next: boolean) => {
    const wish: AccountChange = { change: 'disabled', isDisabled: next }
    if (await change('PUT', path, wish)) onChanged()
  }
  const endAll = async () => {
    if (await change('DELETE', `${path}/sessions`)) onChanged()
  }
  return (
    <Tooltip title={mayChange ? null : t('adminOnly')}>
      <Space size={4}>
        <Popconfirm title={t('resetAsk', { name })} disabled={!mayChange} onConfirm={() => void reset()}>
          <Button size="small" disabled={!mayChange}>
            {t('reset')}
          </Button>
        </Popconfirm>
        <Button size="small" disabled={!mayChange || !isSignedIn} onClick={() => void endAll()}>
          {t('endAll')}
        </Button>
        {isDisabled ? (
          <Button size="small" disabled={!mayChange} onClick={() => void disable(false)}>
            {t('enable')}
          </Button>
        ) : (
          <Popconfirm title={t('disableAsk', { name })} disabled={!mayChange} onConfirm={() => void disable(true)}>
            <Button size="small" danger disabled={!mayChange}>
              {t('disable')}
            </Button>
          </Popconfirm>
        )}
      </Space>
    </Tooltip>
  )
}
