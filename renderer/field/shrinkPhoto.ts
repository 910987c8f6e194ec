/** The server keeps no more than this, so nothing more is sent over a phone's network. */
const longestSide = 2_048
const quality = 0.82

/** Size that fits into the longest side, never larger than it was. */
export const fitted = (width: number, height: number): readonly [number, number] => {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** The photo upright and at most 2048 px, as JPEG; as it is when the phone cannot read its own format. */
export const shrinkPhoto = async (file: File): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const [width, height] = fitted(bitmap.width, bitmap.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
    bitmap.close()
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    return await bytesOf(small ?? file)
  } catch {
    return bytesOf(file)
  }
}
