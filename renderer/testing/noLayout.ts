import { vi } from 'vitest'

/** jsdom draws nothing, so it measures nothing; the component library asks all the same. */
export const noLayout = (): void => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const quiet = {
    matches: false,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  }
  vi.stubGlobal('matchMedia', () => quiet)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  const styleOf = window.getComputedStyle.bind(window)
  vi.stubGlobal('getComputedStyle', (element: Element) => styleOf(element))
}
