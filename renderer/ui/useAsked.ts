import { App } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { http, type HttpAnswer } from '../feed/http.ts'
import { askingWords } from './words/asking.ts'
import { useIsChinese, useWords } from './words.ts'

/** What a page knows of something it asked for. An older value stays on screen while it is asked again. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'no-right' }
  | { readonly state: 'failed'; readonly why: string | null }

type Said<T> = Exclude<HttpAnswer<T>, { ok: true }>

/** Why the server did not do it, in the page's language. */
const useWhy = () => {
  const t = useWords(askingWords)
  const isChinese = useIsChinese()
  return (said: Said<unknown>): string => {
    if (said.kind === 'unreachable') return t('unreachable')
    return (isChinese ? said.error?.zh : said.error?.en) ?? t('failed')
  }
}

const askedOf = <T>(answer: HttpAnswer<T>, why: (said: Said<T>) => string): Asked<T> => {
  if (answer.ok) return { state: 'here', value: answer.value }
  if (answer.kind === 'refused' && answer.status === 403) return { state: 'no-right' }
  return { state: 'failed', why: why(answer) }
}

/** Asks a door of the server once, and again by `reload`. */
export const useAsked = <T>(path: string): { readonly asked: Asked<T>; readonly reload: () => void } => {
  const [answer, setAnswer] = useState<HttpAnswer<T> | null>(null)
  const [round, setRound] = useState(0)
  const why = useWhy()
  useEffect(() => {
    let isOver = false
    void http<T>('GET', path).then((heard) => {
      if (!isOver) setAnswer(heard)
    })
    return () => void (isOver = true)
  }, [path, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { asked: answer === null ? { state: 'loading' } : askedOf(answer, why), reload }
}

/** Asks the server to change something and says what came of it (`quiet`: only what went wrong); the value, or null when it was not done. */
export const useChange = (says: 'all' | 'quiet' = 'all') => {
  const { message } = App.useApp()
  const t = useWords(askingWords)
  const why = useWhy()
  return async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<{ readonly value: T } | null> => {
    const answer = await http<T>(method, path, body)
    if (answer.ok) {
      if (says === 'all') void message.success(t('done'))
      return { value: answer.value }
    }
    void message.error(why(answer), 6)
    return null
  }
}
