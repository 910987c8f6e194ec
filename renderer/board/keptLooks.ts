import type { Desk, Language, Theme } from './deskSlice.ts'

/** The console's place, which the other pages share: a person chooses looks once per browser. */
const key = 'xiaonao.console'

const read = (storage: Storage): Record<string, unknown> => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Theme and language as last chosen in this browser; a broken or missing memory is an empty one. */
export const keptLooks = (storage: Storage): { readonly theme?: Theme; readonly language?: Language } => {
  const { theme, language } = read(storage)
  return {
    ...((theme === 'dark' || theme === 'light') && { theme }),
    ...((language === 'zh-CN' || language === 'en') && { language }),
  }
}

/** Keeps theme and language, and leaves what else the console keeps there. */
export const keepLooks = (storage: Storage, { theme, language }: Pick<Desk, 'theme' | 'language'>): void => {
  try {
    storage.setItem(key, JSON.stringify({ ...read(storage), theme, language }))
  } catch {
    // A full or forbidden storage costs a preference, not the shift.
  }
}
