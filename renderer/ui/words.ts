import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

export type Facts = Readonly<Record<string, string | number>>

/** The words of one feature in both languages, registered by `wordsOf`. */
export type Words<K extends string> = { readonly ns: string; readonly keys: readonly K[] }

/** Says a word; a key that is not there does not compile. */
export type Say<K extends string> = (key: K, facts?: Facts) => string

/** The page's language lives here; `desk.language` of the store decides it. */
export const speech: i18n = i18next.createInstance()

void speech.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: {},
  initAsync: false,
  showSupportNotice: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
})

/** Registers the words of a feature. The English ones must have exactly the keys of the Chinese ones. `{{name}}` stands for a fact. */
export const wordsOf = <const K extends string>(
  ns: string,
  zh: Readonly<Record<K, string>>,
  en: NoInfer<Readonly<Record<K, string>>>,
): Words<K> => {
  speech.addResourceBundle('zh-CN', ns, zh, true, true)
  speech.addResourceBundle('en', ns, en, true, true)
  return { ns, keys: Object.keys(zh) as K[] }
}

/** Says words outside React, in the page's language or a given one. */
export const sayOf =
  <K extends string>(words: Words<K>, language?: string): Say<K> =>
  (key, facts = {}) =>
    speech.t(key, { ns: words.ns, nsSeparator: false, keySeparator: false, ...facts, ...(language && { lng: language }) }) as string

/** Says words in the page's language, and again when that changes. */
export const useWords = <K extends string>(words: Words<K>): Say<K> => {
  useTranslation(words.ns, { i18n: speech })
  return sayOf(words)
}

/** True while the page speaks Chinese: for data that carries both names. */
export const useIsChinese = (): boolean => useTranslation(undefined, { i18n: speech }).i18n.language.startsWith('zh')
