import type { PhotoId } from '../../shared/domain/ids.ts'
import type { Reading } from './adapter.ts'
import type { Warning } from './problem.ts'

const unknownPhoto = (field: string): Warning => ({
  field,
  reason: 'unknown-photo',
  zh: '本室没有这张照片，上报已受理，未附上',
  en: 'is no photo that the room keeps; the report was taken without it',
})

/** The photos of a form that were kept before, for its town. Any other is left out and told: it must never stop a report. */
export const knownPhotos = async (
  photos: readonly PhotoId[],
  { hasPhoto }: Pick<Reading, 'hasPhoto'>,
): Promise<{ readonly photos: readonly PhotoId[]; readonly warnings: readonly Warning[] }> => {
  const isKnown = await Promise.all(photos.map(hasPhoto))
  return {
    photos: photos.filter((_, i) => isKnown[i]),
    warnings: photos.flatMap((_, i) => (isKnown[i] ? [] : [unknownPhoto(`photos.${i}`)])),
  }
}
