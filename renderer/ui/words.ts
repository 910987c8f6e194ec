import i18next, { type i18n } from 'i18next'
import { useMemo, useSyncExternalStore } from 'react'

export type Facts = Readonly<Record<string, string | number>>

/** The words of one feature in both languages, registered by `wordsOf`. */
export type Words<K extends string> = { readonly ns: string; readonly keys: readonly K[] }

/** Says a word; a key that is not there does not compile. */
export type Say<K extends string> = (key: K, facts?: Facts) => string

/** The page's language lives here; `desk.language` of the store decides it. */
export const speech: i18n = i18next.createInstance()

void speech.init({
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

/** Words without facts, once said: finding one costs more than showing it, and a long list says hundreds each second. */
const plain = new Map<string, string>()
speech.store.on('added', () => plain.clear())

const plainly = (ns: string, key: string, language: string): string => {
  const where = `${language} ${ns} ${key}`
  const known = plain.get(where)
  if (known !== undefined) return known
  const said = speech.t(key, { ns, nsSeparator: false, keySeparator: false, lng: language }) as string
  plain.set(where, said)
  return said
}

/** Says words outside React, in the page's language or a given one. */
export const sayOf =
  <K extends string>({ ns }: Words<K>, language?: string): Say<K> =>
  (key, facts) => {
    const lng = language ?? speech.language
    return facts ? (speech.t(key, { ns, nsSeparator: false, keySeparator: false, ...facts, lng }) as string) : plainly(ns, key, lng)
  }

const onLanguage = (listener: () => void) => {
  speech.on('languageChanged', listener)
  return () => speech.off('languageChanged', listener)
}
const language = () => speech.language

/** Says words in the page's language, and again when that changes; the same function until then. */
export const useWords = <K extends string>(words: Words<K>): Say<K> => {
  const spoken = useSyncExternalStore(onLanguage, language)
  return useMemo(() => sayOf(words, spoken), [words, spoken])
}

/** True while the page speaks Chinese: for data that carries both names. */
export const useIsChinese = (): boolean => useSyncExternalStore(onLanguage, language).startsWith('zh')
