export type Bridge = {
  /** Gives the other world a name for this value. */
  readonly expose: (name: string, api: unknown) => void
}

/**
 * One end of the bridge between a preload and its page, the same in both worlds.
 *
 * Both worlds hold the same DOM object (`port`), which nothing on the page leads to. An event dispatched on it is heard in the
 * other world before `dispatchEvent` returns, and its `detail` arrives as a structured clone: so calls are synchronous, as
 * contextBridge's are, and no object is ever shared. Functions and promises travel as numbers.
 *
 * It is sent into both worlds as text. What it needs of the language is taken before any script of the page runs, so that a
 * page which replaces `dispatchEvent` is not handed the port.
 */
export function bridge(port: EventTarget, own: string, other: string, onExposed: (name: string, api: unknown) => void): Bridge {
  type Wire = { is: 'value' | 'function' | 'promise' | 'list' | 'record'; value: unknown }
  type Answer = { value: Wire } | { error: string; name: string }
  type Message =
    | { say: 'expose'; name: string; api: Wire }
    | { say: 'call'; target: number; given: Wire }
    | { say: 'settle'; target: number; answer: Answer }
    | { say: 'answer'; answer: Answer }

  const uncurried = Function.prototype.call
  const dispatch = uncurried.bind(EventTarget.prototype.dispatchEvent) as (target: EventTarget, event: Event) => boolean
  const listen = uncurried.bind(EventTarget.prototype.addEventListener) as unknown as (
    target: EventTarget,
    type: string,
    listener: (event: Event) => void,
  ) => void
  const detailOf = uncurried.bind(Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown) as (
    event: Event,
  ) => Message | null
  const Custom = CustomEvent
  const { freeze, entries, fromEntries, getPrototypeOf, prototype: plain } = Object
  const isArray = Array.isArray
  const Later = Promise

  let last = 0
  const functions: Record<number, (...given: unknown[]) => unknown> = {}
  const pending: Record<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }> = {}
  let answered: Answer | undefined

  function say(message: Message): void {
    const event = new Custom(own, { detail: message })
    if (detailOf(event) === null) throw new Error('An object could not be cloned.')
    dispatch(port, event)
  }
  const failed = (error: unknown): Answer => ({
    error: error instanceof Error ? error.message : String(error),
    name: error instanceof Error ? error.name : 'Error',
  })
  const isPlain = (value: object): boolean => getPrototypeOf(value) === plain || getPrototypeOf(value) === null

  function toWire(value: unknown): Wire {
    if (typeof value === 'function') {
      functions[++last] = value as () => unknown
      return { is: 'function', value: last }
    }
    if (value instanceof Later) {
      const target = ++last
      value.then(
        (result: unknown) => say({ say: 'settle', target, answer: { value: toWire(result) } }),
        (error: unknown) => say({ say: 'settle', target, answer: failed(error) }),
      )
      return { is: 'promise', value: target }
    }
    if (isArray(value)) return { is: 'list', value: value.map(toWire) }
    if (typeof value === 'object' && value !== null && isPlain(value))
      return { is: 'record', value: entries(value).map(([key, held]) => [key, toWire(held)]) }
    return { is: 'value', value }
  }

  function fromWire({ is, value }: Wire): unknown {
    if (is === 'function') return (...given: unknown[]) => call(value as number, given)
    if (is === 'promise') return new Later((resolve, reject) => (pending[value as number] = { resolve, reject }))
    if (is === 'list') return (value as Wire[]).map(fromWire)
    if (is === 'record') return fromEntries((value as [string, Wire][]).map(([key, held]) => [key, fromWire(held)]))
    return value
  }

  function frozen(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !(isArray(value) || isPlain(value))) return value
    for (const [, held] of entries(value)) frozen(held)
    return freeze(value)
  }

  function call(target: number, given: unknown[]): unknown {
    answered = undefined
    say({ say: 'call', target, given: toWire(given) })
    const answer = answered as Answer | undefined
    answered = undefined
    if (!answer) throw new Error('Nobody answers on the other side of the bridge.')
    if ('error' in answer) throw Object.assign(new Error(answer.error), { name: answer.name })
    return fromWire(answer.value)
  }

  function answerTo(target: number, given: Wire): Answer {
    try {
      return { value: toWire(functions[target]?.(...(fromWire(given) as unknown[]))) }
    } catch (error) {
      return failed(error)
    }
  }

  listen(port, other, (event) => {
    const message = detailOf(event)
    if (message?.say === 'expose') onExposed(message.name, frozen(fromWire(message.api)))
    else if (message?.say === 'call') say({ say: 'answer', answer: answerTo(message.target, message.given) })
    else if (message?.say === 'answer') answered = message.answer
    else if (message?.say === 'settle') {
      const { answer, target } = message
      if ('error' in answer) pending[target]?.reject(Object.assign(new Error(answer.error), { name: answer.name }))
      else pending[target]?.resolve(fromWire(answer.value))
      delete pending[target]
    }
  })

  return { expose: (name, api) => say({ say: 'expose', name, api: toWire(api) }) }
}
