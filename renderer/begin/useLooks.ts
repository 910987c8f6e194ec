import { useEffect, useState } from 'react'
import type { DeskBridge } from '../../shared/contracts/desk.ts'
import type { Language, Theme } from '../board/deskSlice.ts'
import { keepLooks, keptLooks } from '../board/keptLooks.ts'

/**
 * Theme and language of this workstation.
 *
 * The language is also told to the desktop, whose own windows and notices speak it; a desktop that cannot be told now
 * does not keep a person from reading the page.
 */
export const useLooks = (desk: Pick<DeskBridge, 'ask'> | null, storage: Storage) => {
  const [{ theme, language }, setLooks] = useState(() => ({ theme: 'dark' as Theme, language: 'zh-CN' as Language, ...keptLooks(storage) }))
  useEffect(() => {
    // Begun with each looks chosen: they are in place before a person can press anything else.
    keepLooks(storage, { theme, language })
  }, [storage, theme, language])
  return {
    theme,
    language,
    /** As the desktop has it. */
    languageKnown: (known: Language) => setLooks((now) => ({ ...now, language: known })),
    themeChosen: (chosen: Theme) => setLooks((now) => ({ ...now, theme: chosen })),
    languageChosen: (chosen: Language) => {
      setLooks((now) => ({ ...now, language: chosen }))
      desk?.ask('desk:set', { language: chosen }).catch(() => {})
    },
  }
}
