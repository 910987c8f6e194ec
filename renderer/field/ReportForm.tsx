import { useState } from 'react'
import { useWords } from '../ui/words.ts'
import type { FieldRoom } from './fieldRoom.ts'
import { PhotoButton } from './PhotoButton.tsx'
import { PhraseField } from './PhraseField.tsx'
import { Sheet } from './Sheet.tsx'
import { fieldWords } from './words.ts'

type Props = { readonly room: FieldRoom; readonly onClose: () => void }

const longestReport = 2_000
const mostPhotos = 9

/** 上报: something the unit saw itself. */
export const ReportForm = ({ room, onClose }: Props) => {
  const say = useWords(fieldWords)
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly Uint8Array<ArrayBuffer>[]>([])
  const send = () => {
    void room.report(text.trim(), photos)
    onClose()
  }
  return (
    <Sheet title={say('report.title')} onClose={onClose}>
      <PhraseField
        label={say('report.text')}
        value={text}
        onChange={setText}
        placeholder={say('report.placeholder')}
        longest={longestReport}
      />
      <p className="quiet">{say(room.point() ? 'report.here' : 'report.nowhere')}</p>
      {photos.length < mostPhotos && (
        <PhotoButton
          label={photos.length > 0 ? `${say('photo')} · ${say('photo.count', { count: photos.length })}` : say('photo')}
          onPhoto={(bytes) => setPhotos((before) => [...before, bytes])}
        />
      )}
      <button type="button" className="button main" disabled={text.trim() === ''} onClick={send}>
        {say('report.send')}
      </button>
    </Sheet>
  )
}
