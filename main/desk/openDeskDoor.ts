import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { toMain } from '../../shared/contracts/desk.ts'
import { deskAsks, type DeskAsk } from '../../shared/contracts/deskNames.ts'
import type { Answers, Message } from '../../shared/contracts/wire.ts'
import type { TrustedSenders, WindowKind } from './trustedSenders.ts'

/** The page that asks. */
export type DeskAsker = { readonly contents: IpcMainInvokeEvent['sender']; readonly kind: WindowKind }

export type DeskAnswers = Answers<typeof toMain, DeskAsker>

type Needs = {
  readonly senders: TrustedSenders
  readonly answers: Partial<DeskAnswers>
  readonly refused: (name: string, why: string, url: string) => void
  readonly onTrouble: (error: unknown, name: string) => void
}

/**
 * The one door between pages and the main process: sender, frame, origin and the window's kind are checked, then the
 * payload; only then is anything done. What does not fit is refused in one way that tells an intruder nothing.
 */
export const openDeskDoor = ({ senders, answers, refused, onTrouble }: Needs): void => {
  const handle = async (name: DeskAsk, event: IpcMainInvokeEvent, payload: unknown): Promise<unknown> => {
    const no = (why: string): never => {
      refused(name, why, event.senderFrame?.url ?? '')
      throw new Error('refused')
    }
    const kind = senders.kindOf(event)
    if (kind === null) return no('unknown sender')
    if (!senders.mayAsk(kind, name)) return no(`not from a ${kind} window`)
    const message: Message = toMain[name]
    const parsed = message.payload.safeParse(payload)
    if (!parsed.success) return no(`malformed: ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
    const answer = answers[name] as (payload: unknown, asker: DeskAsker) => unknown
    try {
      return await answer(parsed.data, { contents: event.sender, kind })
    } catch (error) {
      onTrouble(error, name)
      throw new Error('failed', { cause: error })
    }
  }
  for (const name of deskAsks.filter((one) => answers[one])) ipcMain.handle(name, (event, payload: unknown) => handle(name, event, payload))
}
