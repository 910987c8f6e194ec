import { useSyncExternalStore } from 'react'
import { deskOf } from '../feed/desk.ts'

const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** What the desktop app says of the window: there a page whose window is put away still counts as visible. */
let isWindowSeen = true
let stop = () => {}

const seen = (isSeen: boolean) => {
  isWindowSeen = isSeen
  tell()
}

const watch = () => {
  document.addEventListener('visibilitychange', tell)
  const desk = deskOf(window)
  let isTold = false
  const deaf = desk?.hear('window:seen', ({ isSeen }) => {
    isTold = true
    seen(isSeen)
  })
  // As it is now; news that came meanwhile are newer.
  desk
    ?.ask('desk:about', {})
    .then((about) => (isTold ? undefined : seen(about.window.isSeen)))
    .catch(() => {})
  return () => {
    isTold = true
    isWindowSeen = true
    document.removeEventListener('visibilitychange', tell)
    deaf?.()
  }
}

/** False while nobody can see the page: another tab is in front of it, or its window is put away. */
export const isPageSeen = (): boolean => isWindowSeen && document.visibilityState !== 'hidden'

/** Calls the listener whenever that may have changed; the answer ends it. */
export const onPageSeen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  if (listeners.size === 1) stop = watch()
  return () => {
    if (listeners.delete(listener) && listeners.size === 0) stop()
  }
}

export const usePageSeen = (): boolean => useSyncExternalStore(onPageSeen, isPageSeen)
