import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { focusFirstField } from '../../ui/focusFirstField.ts'
import { refusalText } from '../../ui/refusalText.ts'
import { useWords } from '../../ui/words.ts'
import { useSend } from '../../board/send.ts'
import { handOverWords } from './words.ts'

type Props = { readonly draft: string; readonly onClose: () => void }

const longestNote = 4_000

/** 交班: to whom, and what they must know; the draft lists what is open and is the person's to change. */
export const HandOverForm = ({ draft, onClose }: Props) => {
  const t = useWords(handOverWords)
  const send = useSend()
  const [to, setTo] = useState('')
  const [note, setNote] = useState(draft.slice(0, longestNote))
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const give = async () => {
    setIsSending(true)
    const answer = await send({ type: 'shift.handOver', to: to.trim(), note: note.trim() })
    setIsSending(false)
    if (answer?.ok) return onClose()
    setProblem(answer ? refusalText(answer.refusal) : null)
  }
  const footer = (
    <Button type="primary" loading={isSending} disabled={to.trim() === '' || note.trim() === ''} onClick={() => void give()}>
      {t('give')}
    </Button>
  )
  return (
    <Modal open title={t('handOverTitle')} onCancel={onClose} footer={footer} width={640} afterOpenChange={focusFirstField}>
      <label className="xn-hand-over-field">
        {t('to')}
        <Input autoFocus value={to} maxLength={40} onChange={(event) => setTo(event.target.value)} />
      </label>
      <label className="xn-hand-over-field">
        {t('note')}
        <Input.TextArea value={note} maxLength={longestNote} rows={14} onChange={(event) => setNote(event.target.value)} />
      </label>
      {problem && <p role="alert">{problem}</p>}
    </Modal>
  )
}
