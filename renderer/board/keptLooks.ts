import type { Desk, Language, Theme } from './deskSlice.ts'

/** The console's place, which the other pages share: a person chooses looks once per browser. A wall, beside which a console may stand, has its own. */
const consolePlace = 'xiaonao.console'

/** What a browser keeps in a place; a broken, foreign or missing memory is an empty one. */
export const keptIn = (storage: Storage, place = consolePlace): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(place) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Keeps these facts in a place, and leaves what else is kept there. */
export const keepIn = (storage: Storage, facts: Readonly<Record<string, unknown>>, place = consolePlace): void => {
  try {
    const next = JSON.stringify({ ...keptIn(storage, place), ...facts })
    if (storage.getItem(place) !== next) storage.setItem(place, next)
  } catch {
    // A full or forbidden storage costs a preference, not the shift.
  }
}

/** Theme and language as last chosen in this browser. */
export const keptLooks = (storage: Storage, place?: string): { readonly theme?: Theme; readonly language?: Language } => {
  const { theme, language } = keptIn(storage, place)
  return {
    ...((theme === 'dark' || theme === 'light') && { theme }),
    ...((language === 'zh-CN' || language === 'en') && { language }),
  }
}

export const keepLooks = (storage: Storage, { theme, language }: Pick<Desk, 'theme' | 'language'>, place?: string): void =>
  keepIn(storage, { theme, language }, place)
