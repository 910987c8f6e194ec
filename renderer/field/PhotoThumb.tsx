import { useEffect, useState } from 'react'

type Props = { readonly photo: string; readonly alt: string; readonly load: (photo: string) => Promise<Blob | null> }

/** A photo behind the link: fetched with it, since an address alone opens nothing. */
export const PhotoThumb = ({ photo, alt, load }: Props) => {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    void load(photo).then((blob) => {
      if (!blob || isGone) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [photo, load])
  return url ? <img className="thumb" src={url} alt={alt} /> : <span className="thumb" role="img" aria-label={alt} />
}
