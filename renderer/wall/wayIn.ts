import type { DeskBridge } from '../../shared/contracts/desk.ts'
import type { ApiError, Me } from '../../shared/contracts/session.ts'
import { mayWatch } from '../../shared/domain/room/rights.ts'
import { wallHttp, type HttpAnswer } from '../feed/http.ts'

/** How this wall comes into its room. */
export type WayIn = {
  /** `pass`: by what its link carried. `desk`: as whoever the workstation lets in, which may be nobody yet. */
  readonly kind: 'pass' | 'desk'
  readonly enter: () => Promise<HttpAnswer<Me>>
  /** Calls back when it may be somebody else who is in; the answer stops it. */
  readonly onNews: (listener: () => void) => () => void
}

export const passWay = (pass: string): WayIn => ({
  kind: 'pass',
  enter: () => wallHttp<Me>('POST', '/api/wall/session', { pass }),
  onNews: () => () => {},
})

const nobody: ApiError = { error: 'nobody', field: null, zh: '没有人登录', en: 'Nobody is signed in' }
const notYet: ApiError = {
  error: 'may-not-watch',
  field: null,
  zh: '登录的人还不能看指挥室',
  en: 'Whoever is signed in may not see the room yet',
}

const refused = { ok: false, kind: 'refused', status: 401 } as const

/** Who must choose a password first is let in nowhere else, and an administrator sees no incidents. */
const mayHang = ({ role, mustChangePassword }: Me): boolean => mayWatch(role) && !mustChangePassword

/** In the desktop the session is main's: a wall's where the workstation keeps a pass, else that of the person at the desk. */
export const deskWay = ({ hear }: Pick<DeskBridge, 'hear'>, http = wallHttp): WayIn => ({
  kind: 'desk',
  enter: async () => {
    const answer = await http<Me>('GET', '/api/session')
    if (answer.ok) return mayHang(answer.value) ? answer : { ...refused, error: notYet }
    // Only a pass ends for ever: whatever became of a person's session, the next one to sit down has another.
    const isPersons = answer.kind === 'refused' && answer.status === 401 && answer.error?.field !== 'pass'
    return isPersons ? { ...refused, error: nobody } : answer
  },
  onNews: (listener) => hear('session:changed', listener),
})
