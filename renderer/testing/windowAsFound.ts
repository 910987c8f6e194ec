import { configure } from '@testing-library/react'
import { afterAll, vi } from 'vitest'

// How long a page takes to draw is no rule: machines here are shared.
configure({ asyncUtilTimeout: 40_000 })

/**
 * The component library writes its styles as its parts are first drawn, thousands of rules, and every look at a computed style
 * (each question by role asks several) would be matched against all of them. Nothing is drawn here, so they are thrown away.
 */
Object.defineProperty(HTMLStyleElement.prototype, 'innerHTML', { get: () => '', set: () => undefined, configurable: true })

/** All page tests share one window, because building one for each file costs more than the tests in it: each file leaves it clean. */
afterAll(() => {
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  document.head.replaceChildren()
  document.body.replaceChildren()
})
