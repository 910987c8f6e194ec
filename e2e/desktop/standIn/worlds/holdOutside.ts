/**
 * Tells of links that another program would open (`tel:`, `mailto:`), and follows none of them.
 *
 * Chromium would ask the person with a dialog of its own, which takes all clicks from then on. Sent into the page as text, and run
 * in a world of its own: the page's own listeners had their say before.
 */
export function holdOutside(binding: string): void {
  const tell = (globalThis as unknown as Record<string, (url: string) => void>)[binding]
  window.addEventListener('click', (event) => {
    const [link] = event.composedPath().filter((node) => node instanceof HTMLAnchorElement)
    if (!link?.href || event.defaultPrevented || /^(https?|blob|data|javascript|about|file):/i.test(link.href)) return
    event.preventDefault()
    tell?.(link.href)
  })
}
