export const themes = ['auto', 'dark', 'light'] as const
export type Theme = (typeof themes)[number]

const themeKey = 'xn-field-theme'
const languageKey = 'xn-field-language'

type Kept = Pick<Storage, 'getItem' | 'setItem'>

export const themeOf = (storage: Kept): Theme => themes.find((one) => one === storage.getItem(themeKey)) ?? 'auto'
export const keepTheme = (storage: Kept, theme: Theme): void => storage.setItem(themeKey, theme)

/** Chinese unless the person chose English. */
export const languageOf = (storage: Kept): 'zh-CN' | 'en' => (storage.getItem(languageKey) === 'en' ? 'en' : 'zh-CN')
export const keepLanguage = (storage: Kept, language: 'zh-CN' | 'en'): void => storage.setItem(languageKey, language)
