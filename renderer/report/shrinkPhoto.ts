/** The longer side of a photo as it is sent, pixels: enough to read a number plate, a tenth of what a phone makes. */
export const longestSide = 1_600

/** The size that fits, with the same proportions; never larger than it was. */
export const fittedSize = (width: number, height: number): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The photo as a smaller JPEG; place and time written inside by the phone are gone after this. A picture the phone cannot draw goes as it is. */
export const shrinkPhoto = async (photo: Blob): Promise<Blob> => {
  try {
    const picture = await createImageBitmap(photo)
    const { width, height } = fittedSize(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    picture.close()
    return await new Promise((resolve) => canvas.toBlob((small) => resolve(small ?? photo), 'image/jpeg', 0.82))
  } catch {
    return photo
  }
}
