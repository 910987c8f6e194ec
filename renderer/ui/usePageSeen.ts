import { useSyncExternalStore } from 'react'

/** False while nobody can see the page: another tab is in front of it, or its window is put away. */
export const isPageSeen = (): boolean => document.visibilityState !== 'hidden'

export const onPageSeen = (listener: () => void): (() => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

export const usePageSeen = (): boolean => useSyncExternalStore(onPageSeen, isPageSeen)
