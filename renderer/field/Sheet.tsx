import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../ui/words.ts'
import { fieldWords } from './words.ts'

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }

/** A form over the task; the phone's back gesture and Escape close it, and focus returns where it was. */
export const Sheet = ({ title, onClose, children }: Props) => {
  const say = useWords(fieldWords)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onClose={onClose}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="plain" onClick={onClose}>
          {say('back')}
        </button>
      </header>
      {children}
    </dialog>
  )
}
