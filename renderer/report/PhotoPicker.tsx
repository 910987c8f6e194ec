import { useEffect, useRef, type ChangeEvent } from 'react'
import type { BuildingCode } from '../../shared/contracts/citizen.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import type { CitizenApi } from './citizenApi.ts'
import { shrinkPhoto } from './shrinkPhoto.ts'
import { words, type Language } from './words.ts'

/** More tell nothing new, and cost a person on a weak network minutes. */
const mostPhotos = 6

/** A photo the person chose, and how far it has come. `url` shows it on this page. */
export type Picked = { readonly url: string; readonly file: Blob } & (
  { readonly state: 'sending' } | { readonly state: 'kept'; readonly photo: PhotoId } | { readonly state: 'failed' }
)

export const keptPhotos = (photos: readonly Picked[]): readonly PhotoId[] =>
  photos.flatMap((one) => (one.state === 'kept' ? [one.photo] : []))

type Change = (change: (photos: readonly Picked[]) => readonly Picked[]) => void

type Props = {
  readonly api: CitizenApi
  readonly code: BuildingCode
  readonly photos: readonly Picked[]
  readonly onChange: Change
  readonly language: Language
}

/** Photos are sent while the person is still writing; one that fails can be tried again or taken away, and never stops the report. */
export const PhotoPicker = ({ api, code, photos, onChange, language }: Props) => {
  const shown = useRef(photos)
  useEffect(() => {
    shown.current = photos
  }, [photos])
  useEffect(() => () => shown.current.forEach(({ url }) => URL.revokeObjectURL(url)), [])

  const send = async ({ url, file }: Pick<Picked, 'url' | 'file'>) => {
    const reply = await api.photo(code, await shrinkPhoto(file))
    const done: Picked = reply.ok ? { url, file, state: 'kept', photo: reply.value.photo } : { url, file, state: 'failed' }
    onChange((now) => now.map((one) => (one.url === url ? done : one)))
  }

  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, mostPhotos - photos.length)
    event.target.value = ''
    const picked = files.map((file): Picked => ({ url: URL.createObjectURL(file), file, state: 'sending' }))
    onChange((now) => [...now, ...picked])
    for (const one of picked) void send(one)
  }

  const again = (photo: Picked) => {
    onChange((now) => now.map((one) => (one.url === photo.url ? { url: photo.url, file: photo.file, state: 'sending' } : one)))
    void send(photo)
  }

  const remove = ({ url }: Picked) => {
    onChange((now) => now.filter((one) => one.url !== url))
    URL.revokeObjectURL(url)
  }

  return (
    <div className="photos">
      <p className="label">{words.photos[language]}</p>
      <ul>
        {photos.map((photo, i) => (
          <li key={photo.url} className={photo.state}>
            <img src={photo.url} alt={`${words.photos[language]} ${i + 1}`} />
            {photo.state === 'failed' && (
              <button type="button" className="again" onClick={() => again(photo)}>
                {words.againPhoto[language]}
              </button>
            )}
            <button type="button" className="remove" aria-label={`${words.removePhoto[language]} ${i + 1}`} onClick={() => remove(photo)}>
              ×
            </button>
          </li>
        ))}
        {photos.length < mostPhotos && (
          <li>
            <label className="add">
              <input type="file" accept="image/*" multiple onChange={pick} />
              <span aria-hidden="true">＋</span>
              {words.addPhoto[language]}
            </label>
          </li>
        )}
      </ul>
    </div>
  )
}
