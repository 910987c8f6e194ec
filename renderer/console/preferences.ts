import type { Desk, Language, Theme } from '../board/deskSlice.ts'

const key = 'xiaonao.console'

type Kept = { readonly theme: Theme; readonly language: Language; readonly isMuted: boolean }

const isTheme = (value: unknown): value is Theme => value === 'dark' || value === 'light'
const isLanguage = (value: unknown): value is Language => value === 'zh-CN' || value === 'en'

/** What this browser last chose: looks, language, sound. A broken or missing memory is an empty one. */
export const preferences = (storage: Storage): Partial<Kept> => {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? '{}') as Record<string, unknown>
    return {
      ...(isTheme(kept['theme']) && { theme: kept['theme'] }),
      ...(isLanguage(kept['language']) && { language: kept['language'] }),
      ...(typeof kept['isMuted'] === 'boolean' && { isMuted: kept['isMuted'] }),
    }
  } catch {
    return {}
  }
}

export const keepPreferences = (storage: Storage, { theme, language, isMuted }: Desk): void => {
  try {
    storage.setItem(key, JSON.stringify({ theme, language, isMuted } satisfies Kept))
  } catch {
    // A full or forbidden storage costs a preference, not the shift.
  }
}
