import { Button, Result, Spin } from 'antd'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { Me } from '../../../shared/contracts/session.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import { mayWatch } from '../../../shared/domain/room/rights.ts'
import { http } from '../../feed/http.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { SignInForm, type Ended } from './SignInForm.tsx'
import { signInWords } from './words.ts'
import './sign-in.css'

type Session =
  | { readonly state: 'checking' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'out'; readonly why: Ended | null }
  | { readonly state: 'in'; readonly me: Me }

const asked = async (): Promise<Session> => {
  const answer = await http<Me>('GET', '/api/session')
  if (answer.ok) return { state: 'in', me: answer.value }
  return answer.kind === 'unreachable' ? { state: 'unreachable' } : { state: 'out', why: null }
}

type Props = {
  readonly children: (me: Me, leave: (why: Ended) => void) => ReactNode
  /** Who may see the page; whoever may not is shown `noRight`, or the way to the managing page. */
  readonly mayEnter?: (role: Role) => boolean
  readonly noRight?: (me: Me, leave: (why: Ended) => void) => ReactNode
}

/** Lets a person in: signed in, with a password of their own and the right to see the room; else says what is missing. */
export const SessionGate = ({ children, mayEnter = mayWatch, noRight }: Props) => {
  const t = useWords(signInWords)
  const common = useWords(domainWords)
  const [session, setSession] = useState<Session>({ state: 'checking' })
  const check = useCallback(() => void asked().then(setSession), [])
  useEffect(check, [check])

  const leave = useCallback((why: Ended) => {
    if (why === 'signed-out') void http('DELETE', '/api/session')
    setSession({ state: 'out', why })
  }, [])

  if (session.state === 'checking') return <Spin fullscreen description={t('checking')} />
  if (session.state === 'unreachable') {
    return <Result status="warning" title={t('unreachable')} extra={<Button onClick={check}>{common('again')}</Button>} />
  }
  if (session.state === 'out') return <SignInForm why={session.why} onSignedIn={(me) => setSession({ state: 'in', me })} />
  const { me } = session
  if (me.mustChangePassword) return <ChangePassword onChanged={check} onLeave={() => leave('signed-out')} />
  if (mayEnter(me.role)) return children(me, leave)
  if (noRight) return noRight(me, leave)
  return (
    <main>
      <Result
        status="warning"
        title={<h1 className="xn-no-right">{t('noRight')}</h1>}
        subTitle={t('noRightHint', { role: common(`role.${me.role}`) })}
        extra={
          <>
            <Button type="primary" href="/supervise/">
              {t('toSupervise')}
            </Button>
            <Button onClick={() => leave('signed-out')}>{t('otherAccount')}</Button>
          </>
        }
      />
    </main>
  )
}
