import { useState } from 'react'
import { words, type Language } from './words.ts'

/** Browsers give pages of an unencrypted network no clipboard: then the words alone must do. */
const canCopy = (): boolean => typeof navigator !== 'undefined' && 'clipboard' in navigator

export const KeepLink = ({ language }: { readonly language: Language }) => {
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <section className="card keep">
      <p>{words.keep[language]}</p>
      {canCopy() && (
        <button type="button" className="quiet" onClick={() => void copy()}>
          {(isCopied ? words.copied : words.copy)[language]}
        </button>
      )}
    </section>
  )
}
