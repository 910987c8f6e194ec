import { existsSync } from 'node:fs'
import type { NativeImage } from 'electron'
import { offer } from '../offer.ts'

export type OfferedImage = Pick<NativeImage, 'isEmpty' | 'setTemplateImage'> & { readonly resize: (options: object) => OfferedImage }
export type OfferedNativeImage = {
  readonly createFromPath: (path: string) => OfferedImage
  readonly createEmpty: () => OfferedImage
  readonly createFromDataURL: (url: string) => OfferedImage
}

const image = (isEmpty: boolean): OfferedImage =>
  offer('NativeImage', { isEmpty: () => isEmpty, setTemplateImage: () => undefined, resize: () => image(isEmpty) })

/** Images for trays and windows: whether there is one is all that is known of it. As in Electron, a file that is missing is an empty image. */
export function nativeImagePart(): OfferedNativeImage {
  return offer('nativeImage', {
    createFromPath: (path) => image(!existsSync(path)),
    createEmpty: () => image(true),
    createFromDataURL: (url) => image(url === ''),
  })
}
