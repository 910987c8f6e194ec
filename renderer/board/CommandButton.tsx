import { Button, Tooltip, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import type { ConsoleCommand } from '../../shared/domain/command.ts'
import { refusalText } from '../ui/refusalText.ts'
import { useWords, wordsOf } from '../ui/words.ts'
import { useRefusal, useSend } from './send.ts'
import { useRoomSelector } from './store.ts'

const words = wordsOf('command', { cut: '连接已断开，恢复后再操作。' }, { cut: 'The link is cut. Try again when it is back.' })

/** Why this cannot be said now, as a sentence; null when it can. */
export const useBlocked = (command: ConsoleCommand): string | null => {
  const t = useWords(words)
  const refusal = useRefusal(command)
  const isCut = useRoomSelector((state) => state.link.link.state === 'cut')
  if (isCut) return t('cut')
  return refusal && refusalText(refusal)
}

type Props = Pick<ButtonProps, 'type' | 'size' | 'danger' | 'autoFocus' | 'block'> & {
  readonly command: ConsoleCommand
  readonly children: ReactNode
  /** Opens a form first instead of sending at once; the command then only says whether it could be. */
  readonly onAsk?: () => void
  readonly onDone?: () => void
}

/** A button that says a command. The rule that would refuse it greys it out, and the reason is its tooltip. */
export const CommandButton = ({ command, children, onAsk, onDone, ...looks }: Props) => {
  const blocked = useBlocked(command)
  const send = useSend()
  const say = () => void send(command).then((answer) => void (answer?.ok && onDone?.()))
  return (
    <Tooltip title={blocked}>
      <Button size="small" {...looks} disabled={blocked !== null} onClick={onAsk ?? say}>
        {children}
      </Button>
    </Tooltip>
  )
}
