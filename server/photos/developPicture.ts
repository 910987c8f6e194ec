import sharp from 'sharp'

/** The longest side of a kept picture and of its thumbnail, pixels. */
const longestSide = 2_048
const longestThumbSide = 320
/** 64 megapixels: the largest that phones save by default; decoded, it takes 192 MB for a moment. */
const mostPixels = 64_000_000

/** Formats by their first bytes; the name of a file says nothing. HEIF covers AVIF, and HEIC where libvips can read it. */
const formats = ['jpeg', 'png', 'webp', 'heif'] as const

export type Developed =
  | { readonly ok: true; readonly picture: Buffer; readonly thumb: Buffer; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly problem: 'not-a-picture' | 'too-many-pixels' }

const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const

/**
 * The picture upright, at most 2048 px, as JPEG and without anything the camera wrote beside it, with a thumbnail.
 * The type is known by content; what does not decode to its last line is no picture.
 */
export const developPicture = async (bytes: Uint8Array): Promise<Developed> => {
  try {
    const { format, width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
    if (!formats.some((one) => one === format)) return { ok: false, problem: 'not-a-picture' }
    if (width * height > mostPixels) return { ok: false, problem: 'too-many-pixels' }
    const { data, info } = await sharp(bytes, options)
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    const thumb = await sharp(data)
      .resize({ width: longestThumbSide, height: longestThumbSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer()
    return { ok: true, picture: data, thumb, width: info.width, height: info.height }
  } catch {
    return { ok: false, problem: 'not-a-picture' }
  }
}
