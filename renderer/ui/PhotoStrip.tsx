import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { PhotoId } from '../../shared/domain/ids.ts'
import { useEscape } from './useEscape.ts'
import { photoWords } from './words/photos.ts'
import { useWords } from './words.ts'
import './photos.css'

type Photos = { readonly photos: readonly PhotoId[] }
type LargeProps = Photos & { readonly at: number; readonly onAt: (at: number) => void; readonly onClose: () => void }

const Picture = ({ photo, alt }: { readonly photo: PhotoId; readonly alt: string }) => {
  const t = useWords(photoWords)
  const [isMissing, setMissing] = useState(false)
  if (isMissing) return <p role="alert">{t('failed')}</p>
  return <img src={`/api/photos/${photo}`} alt={alt} onError={() => setMissing(true)} />
}

/** One photo as large as the window lets it; the arrow keys turn, Escape goes back to the card. */
const LargePhoto = ({ photos, at, onAt, onClose }: LargeProps) => {
  const t = useWords(photoWords)
  useEscape(onClose, true)
  const photo = photos[at]
  if (!photo) return null
  const facts = { number: at + 1, of: photos.length }
  const turn = (by: number) => onAt((at + by + photos.length) % photos.length)
  const turned = (key: string) => {
    if (key === 'ArrowLeft') turn(-1)
    if (key === 'ArrowRight') turn(1)
  }
  const footer = photos.length > 1 && (
    <>
      <Button onClick={() => turn(-1)}>← {t('before')}</Button>
      <Button onClick={() => turn(1)}>{t('next')} →</Button>
    </>
  )
  return (
    <span onKeyDown={({ key }) => turned(key)}>
      <Modal open centered width="fit-content" title={t('title', facts)} footer={footer || null} onCancel={onClose}>
        <div className="xn-photo-large">
          <Picture key={photo} photo={photo} alt={t('alt', facts)} />
        </div>
      </Modal>
    </span>
  )
}

/** Photos as thumbnails in a row, each opened large by a click or Enter. Nothing for no photos. */
export const PhotoStrip = ({ photos }: Photos) => {
  const t = useWords(photoWords)
  const [at, setAt] = useState<number | null>(null)
  if (photos.length === 0) return null
  return (
    <span className="xn-photos">
      {photos.map((photo, i) => {
        const facts = { number: i + 1, of: photos.length }
        return (
          <button key={photo} type="button" aria-label={t('open', facts)} title={t('open', facts)} onClick={() => setAt(i)}>
            <img src={`/api/photos/${photo}?size=thumb`} alt="" loading="lazy" width={72} height={72} />
          </button>
        )
      })}
      {at !== null && <LargePhoto photos={photos} at={at} onAt={setAt} onClose={() => setAt(null)} />}
    </span>
  )
}
