import { useId, useState } from 'react'
import { useWords } from '../ui/words.ts'
import { shrinkPhoto } from './shrinkPhoto.ts'
import { fieldWords } from './words.ts'

type Props = { readonly label: string; readonly onPhoto: (bytes: Uint8Array<ArrayBuffer>) => void }

/** Opens the phone's camera and hands on the picture, made smaller. */
export const PhotoButton = ({ label, onPhoto }: Props) => {
  const say = useWords(fieldWords)
  const id = useId()
  const [hasFailed, setHasFailed] = useState(false)
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (!file) return
    try {
      onPhoto(await shrinkPhoto(file))
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
    input.value = ''
  }
  return (
    <>
      <label className="button second" htmlFor={id}>
        {label}
        <input
          id={id}
          className="hidden-input"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => void take(event.target)}
        />
      </label>
      {hasFailed && <p role="alert">{say('photo.failed')}</p>}
    </>
  )
}
