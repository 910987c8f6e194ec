import { Button, Input } from 'antd'
import { useState } from 'react'
import { useFocusBack } from '../ui/useFocusBack.ts'
import { domainWords } from '../ui/words/domain.ts'
import { useWords } from '../ui/words.ts'

type Props = {
  readonly hint: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
  /** Ready-made answers, one click each. */
  readonly ready?: readonly string[]
}

/** Asks for one line of text in place: Enter sends, Escape leaves. */
export const AskText = ({ hint, onText, onClose, ready = [] }: Props) => {
  const t = useWords(domainWords)
  const [text, setText] = useState('')
  useFocusBack()
  const say = (said: string) => said.trim() !== '' && onText(said.trim())
  return (
    <div className="xn-ask">
      {ready.length > 0 && (
        <div className="xn-chips">
          {ready.map((one) => (
            <Button key={one} size="small" onClick={() => say(one)}>
              {one}
            </Button>
          ))}
        </div>
      )}
      <div className="xn-card-line">
        <Input
          size="small"
          autoFocus
          value={text}
          placeholder={hint}
          aria-label={hint}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && say(text)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <Button size="small" type="primary" disabled={text.trim() === ''} onClick={() => say(text)}>
          {t('ok')}
        </Button>
        <Button size="small" type="text" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
