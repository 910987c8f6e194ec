import { useCallback, useEffect, useState } from 'react'
import type { CitizenView } from '../../shared/contracts/citizen.ts'
import type { CitizenApi } from './citizenApi.ts'
import type { Both } from './words.ts'

/** How often an open page asks again, ms. */
export const askEveryMs = 15_000

/** The last view that came, and whether the page is cut off since; `refused` when the link follows nothing. */
export type Following = { readonly view: CitizenView | null; readonly isCut: boolean; readonly refused: Both | null }

const start: Following = { view: null, isCut: false, refused: null }

/** Follows a report: now, every 15 s while somebody looks, and at once when the person comes back to the page or the network returns. */
export const useFollow = (api: CitizenApi, token: string) => {
  const [following, setFollowing] = useState(start)

  const ask = useCallback(async () => {
    const reply = await api.follow(token)
    setFollowing((before) => {
      if (reply.ok) return { view: reply.value, isCut: false, refused: null }
      if (reply.why === 'refused' && reply.status === 404) return { ...before, refused: reply.says }
      return { ...before, isCut: true }
    })
  }, [api, token])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void ask()
    }
    look()
    const timer = setInterval(look, askEveryMs)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    window.addEventListener('online', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
      window.removeEventListener('online', look)
    }
  }, [ask])

  return { ...following, ask }
}
