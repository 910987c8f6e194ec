import { useState } from 'react'
import { useWords } from '../ui/words.ts'
import type { ShownTask } from './asIfDone.ts'
import type { FieldRoom } from './fieldRoom.ts'
import { PhraseField } from './PhraseField.tsx'
import { returnPhrases } from './quickPhrases.ts'
import { Sheet } from './Sheet.tsx'
import { fieldWords } from './words.ts'

type Props = { readonly task: ShownTask; readonly room: FieldRoom; readonly onClose: () => void }

const longestReason = 500

/** 退单, with the reason. */
export const ReturnForm = ({ task, room, onClose }: Props) => {
  const say = useWords(fieldWords)
  const [reason, setReason] = useState('')
  const { incident, assignment } = task
  const send = () => {
    void room.say({ type: 'unit.return', incident, assignment: assignment.id, reason: reason.trim() })
    onClose()
  }
  return (
    <Sheet title={say('return.title')} onClose={onClose}>
      <p className="quiet">{say('return.text')}</p>
      <PhraseField label={say('return.reason')} value={reason} onChange={setReason} phrases={returnPhrases} longest={longestReason} />
      <button type="button" className="button danger" disabled={reason.trim() === ''} onClick={send}>
        {say('return.send')}
      </button>
    </Sheet>
  )
}
