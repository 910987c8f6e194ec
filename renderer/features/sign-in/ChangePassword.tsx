import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { LooksSwitch } from '../../board/LooksSwitch.tsx'
import { http } from '../../feed/http.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { signInWords } from './words.ts'

type Wish = { readonly old: string; readonly new: string; readonly again: string }
type Props = { readonly onChanged: () => void; readonly onLeave: () => void }

/** Shorter ones are guessed; longer rules are written on notes beside the screen. */
const shortest = 10

/** A password given by somebody else is changed before anything else. */
export const ChangePassword = ({ onChanged, onLeave }: Props) => {
  const t = useWords(signInWords)
  const common = useWords(domainWords)
  const isChinese = useIsChinese()
  const [problem, setProblem] = useState<string | null>(null)

  const change = async (wish: Wish) => {
    const answer = await http('PUT', '/api/session/password', { old: wish.old, new: wish.new })
    if (answer.ok) return onChanged()
    const told = answer.kind === 'refused' ? (isChinese ? answer.error?.zh : answer.error?.en) : t('unreachable')
    return setProblem(told ?? t('wrong'))
  }
  const needed = { required: true, message: t('needed') }

  return (
    <main className="xn-sign-in">
      <Form<Wish> layout="vertical" size="large" onFinish={(wish) => void change(wish)} className="xn-panel" requiredMark={false}>
        <h1>{t('changeTitle')}</h1>
        {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
        <Form.Item name="old" label={t('oldPassword')} rules={[needed]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item name="new" label={t('newPassword')} rules={[needed, { min: shortest, message: t('tooShort') }]}>
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('newAgain')}
          dependencies={['new']}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_, value) => (value === getFieldValue('new') ? Promise.resolve() : Promise.reject(new Error(t('notSame')))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block>
          {t('change')}
        </Button>
        <Button type="text" block onClick={onLeave}>
          {common('cancel')}
        </Button>
        <div className="xn-sign-in-looks">
          <LooksSwitch />
        </div>
      </Form>
    </main>
  )
}
