import { afterAll, vi } from 'vitest'

/**
 * All page tests share one window, because building one for each file costs more than the tests in it: each file leaves it clean.
 * The head holds styles that the component library wrote; left there they make every look at a computed style slow.
 */
afterAll(() => {
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  document.head.replaceChildren()
  document.body.replaceChildren()
})
