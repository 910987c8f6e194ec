import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'
import { offer } from '../offer.ts'

export type OfferedTheme = EventEmitter & Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
export type ThemePart = { readonly nativeTheme: OfferedTheme; readonly setSystemDark: (dark: boolean) => void }

/** Light or dark as our main process sees it. Pages are not told: they do not ask the system. */
export function nativeThemePart(): ThemePart {
  const heard = new EventEmitter()
  let source: NativeTheme['themeSource'] = 'system'
  let isSystemDark = false
  const theme = Object.defineProperties(heard, {
    themeSource: {
      get: () => source,
      set: (given: NativeTheme['themeSource']) => {
        if (given === source) return
        source = given
        heard.emit('updated')
      },
    },
    shouldUseDarkColors: { get: () => (source === 'system' ? isSystemDark : source === 'dark') },
    shouldUseHighContrastColors: { value: false },
  }) as OfferedTheme
  return {
    nativeTheme: offer('nativeTheme', theme, ['updated']),
    setSystemDark: (dark) => {
      isSystemDark = dark
      heard.emit('updated')
    },
  }
}
