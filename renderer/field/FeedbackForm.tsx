import { useState } from 'react'
import { useWords } from '../ui/words.ts'
import type { ShownTask } from './asIfDone.ts'
import type { FieldRoom } from './fieldRoom.ts'
import { PhotoButton } from './PhotoButton.tsx'
import { PhraseField } from './PhraseField.tsx'
import { feedbackPhrases } from './quickPhrases.ts'
import { Sheet } from './Sheet.tsx'
import { fieldWords } from './words.ts'

type Props = { readonly task: ShownTask; readonly room: FieldRoom; readonly onClose: () => void }

const longestResult = 2_000

/** 反馈: how it ended, with photos. Photos go into the outbox as they are taken, before the words. */
export const FeedbackForm = ({ task, room, onClose }: Props) => {
  const say = useWords(fieldWords)
  const [result, setResult] = useState('')
  const { incident, assignment } = task
  const photos = assignment.photos.length + task.photosWaiting
  const send = () => {
    void room.say({ type: 'unit.resolve', incident, assignment: assignment.id, result: result.trim(), photos: [] })
    onClose()
  }
  return (
    <Sheet title={say('feedback.title')} onClose={onClose}>
      <PhraseField
        label={say('feedback.result')}
        value={result}
        onChange={setResult}
        placeholder={say('feedback.placeholder')}
        phrases={feedbackPhrases}
        longest={longestResult}
      />
      <PhotoButton
        label={photos > 0 ? `${say('photo')} · ${say('photo.count', { count: photos })}` : say('photo')}
        onPhoto={(bytes) => void room.addPhoto(task, bytes)}
      />
      <button type="button" className="button main" disabled={result.trim() === ''} onClick={send}>
        {say('feedback.send')}
      </button>
    </Sheet>
  )
}
