import type { Desk, Language, Theme } from '../board/deskSlice.ts'

/** A wall's own: a console may stand in the same browser. */
const key = 'xiaonao.wall'

/** Theme and language that the wall had last, until its own are known again; a broken or missing memory is an empty one. */
export const keptLooks = (storage: Storage): { readonly theme?: Theme; readonly language?: Language } => {
  try {
    const { theme, language } = JSON.parse(storage.getItem(key) ?? '{}') as Record<string, unknown>
    return {
      ...((theme === 'dark' || theme === 'light') && { theme }),
      ...((language === 'zh-CN' || language === 'en') && { language }),
    }
  } catch {
    return {}
  }
}

export const keepLooks = (storage: Storage, { theme, language }: Desk): void => {
  try {
    const next = JSON.stringify({ theme, language })
    if (storage.getItem(key) !== next) storage.setItem(key, next)
  } catch {
    // A full or forbidden storage costs the looks of the first second.
  }
}
