import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Me, SignIn } from '../../../shared/contracts/session.ts'
import { LooksSwitch } from '../../board/LooksSwitch.tsx'
import { http, type HttpAnswer } from '../../feed/http.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { signInWords } from './words.ts'

export type Ended = 'signed-out' | 'revoked' | 'expired' | 'rights-changed'

type Props = { readonly why: Ended | null; readonly onSignedIn: (me: Me) => void }

/** Account and password; the answer to a wrong one does not say which was wrong. */
export const SignInForm = ({ why, onSignedIn }: Props) => {
  const t = useWords(signInWords)
  const isChinese = useIsChinese()
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)

  const reasonOf = (answer: Exclude<HttpAnswer<Me>, { ok: true }>): string => {
    if (answer.kind === 'unreachable') return t('unreachable')
    return (isChinese ? answer.error?.zh : answer.error?.en) ?? t('wrong')
  }
  const signIn = async (wish: SignIn) => {
    setAsking(true)
    const answer = await http<Me>('POST', '/api/session', wish)
    setAsking(false)
    if (answer.ok) return onSignedIn(answer.value)
    return setProblem(reasonOf(answer))
  }
  const needed = [{ required: true, message: t('needed') }]

  return (
    <main className="xn-sign-in">
      <Form<SignIn> layout="vertical" size="large" onFinish={(wish) => void signIn(wish)} className="xn-panel" requiredMark={false}>
        <h1>{t('title')}</h1>
        <p className="xn-dim">{t('lead')}</p>
        {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
        {problem === null && why && <Alert type="info" showIcon title={t(`why.${why}`)} />}
        <Form.Item name="account" label={t('account')} rules={needed}>
          <Input autoFocus autoComplete="username" maxLength={40} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={needed}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isAsking}>
          {t('signIn')}
        </Button>
        <div className="xn-sign-in-looks">
          <LooksSwitch />
        </div>
      </Form>
    </main>
  )
}
