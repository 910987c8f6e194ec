import { useId } from 'react'
import { useIsChinese, useWords } from '../ui/words.ts'
import { withPhrase } from './quickPhrases.ts'
import { fieldWords } from './words.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly phrases?: { readonly zh: readonly string[]; readonly en: readonly string[] }
  readonly longest: number
}

/** A text with phrases that one tap adds. */
export const PhraseField = ({ label, value, onChange, placeholder, phrases, longest }: Props) => {
  const say = useWords(fieldWords)
  const isChinese = useIsChinese()
  const id = useId()
  const offered = phrases ? (isChinese ? phrases.zh : phrases.en) : []
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        maxLength={longest}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
      {offered.length > 0 && (
        <ul className="phrases" aria-label={say('quick.title')}>
          {offered.map((phrase) => (
            <li key={phrase}>
              <button type="button" className="chip" onClick={() => onChange(withPhrase(value, phrase, isChinese).slice(0, longest))}>
                {phrase}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
