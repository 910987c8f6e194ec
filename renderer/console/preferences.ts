import type { Desk } from '../board/deskSlice.ts'
import { keepIn, keptIn, keptLooks } from '../board/keptLooks.ts'

/** What this browser last chose: looks, language, sound. */
export const preferences = (storage: Storage): Partial<Pick<Desk, 'theme' | 'language' | 'isMuted'>> => {
  const { isMuted } = keptIn(storage)
  return { ...keptLooks(storage), ...(typeof isMuted === 'boolean' && { isMuted }) }
}

export const keepPreferences = (storage: Storage, { theme, language, isMuted }: Desk): void => keepIn(storage, { theme, language, isMuted })
