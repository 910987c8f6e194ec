import { Button, Result, Spin } from 'antd'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { Me } from '../../../shared/contracts/session.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import { mayWatch } from '../../../shared/domain/room/rights.ts'
import { useAbout } from '../../board/useAbout.ts'
import { useDeskNews } from '../../board/useDeskNews.ts'
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

/**
 * What a window goes on with after news of another one. The same person as before changes nothing, so that this window
 * keeps its room and what is written in it; a server that is silent now signs nobody out.
 */
const afterNews = (known: Session, found: Session): Session => {
  if (found.state === 'unreachable' && known.state !== 'checking') return known
  if (known.state === 'out' && found.state === 'out') return known
  return JSON.stringify(known) === JSON.stringify(found) ? known : found
}

type Leave = (why: Ended, isOver?: boolean) => void

type Props = {
  readonly children: (me: Me, leave: Leave) => ReactNode
  /** Who may see the page; whoever may not is shown `noRight`, or the way to the managing page. */
  readonly mayEnter?: (role: Role) => boolean
  readonly noRight?: (me: Me, leave: Leave) => ReactNode
}

/** Nobody answers: the way there is cut, or the server of this very machine did not start, whose words say why. */
const Unreachable = ({ again }: { readonly again: () => void }) => {
  const t = useWords(signInWords)
  const common = useWords(domainWords)
  const { about } = useAbout()
  const said = about?.roomTrouble ?? null
  return (
    <Result
      status="warning"
      title={t(said === null ? 'unreachable' : 'notStarted')}
      subTitle={said && <p className="xn-server-said">{t('notStartedSaid', { said })}</p>}
      extra={<Button onClick={again}>{common('again')}</Button>}
    />
  )
}

/** Lets a person in: signed in, with a password of their own and the right to see the room; else says what is missing. */
export const SessionGate = ({ children, mayEnter = mayWatch, noRight }: Props) => {
  const t = useWords(signInWords)
  const common = useWords(domainWords)
  const [session, setSession] = useState<Session>({ state: 'checking' })
  const check = useCallback(() => void asked().then(setSession), [])
  useEffect(check, [check])

  // Somebody signed in or out in another window of the desktop app.
  useDeskNews('session:changed', () => void asked().then((found) => setSession((known) => afterNews(known, found))))

  const leave = useCallback((why: Ended, isOver = false) => {
    // What the server has ended is not ended again: it could be the next person's by now.
    if (why === 'signed-out' && !isOver) void http('DELETE', '/api/session')
    setSession({ state: 'out', why })
  }, [])

  if (session.state === 'checking') return <Spin fullscreen description={t('checking')} />
  if (session.state === 'unreachable') return <Unreachable again={check} />
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
