/**
 * Asks the main process about every key before the page has it, as `before-input-event` does.
 *
 * The answer must be there before the page goes on, so it is a request that waits. Sent into the page as text.
 */
export function holdKeys(askAt: string): void {
  function ask(event: KeyboardEvent): void {
    const { key, code, repeat, isComposing, shiftKey, ctrlKey, altKey, metaKey, location } = event
    const held = { shift: shiftKey, control: ctrlKey, alt: altKey, meta: metaKey }
    const modifiers = Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : []))
    const type = event.type === 'keydown' ? 'keyDown' : 'keyUp'
    const request = new XMLHttpRequest()
    request.open('POST', askAt, false)
    request.send(JSON.stringify({ type, key, code, isAutoRepeat: repeat, isComposing, ...held, location, modifiers }))
    if (request.responseText !== 'held') return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, ask, { capture: true })
}
