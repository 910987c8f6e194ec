import type { DeskMessage } from '../board/deskMessage.ts'
import type { DeskWire } from '../board/sharedDesk.ts'

type Held = { readonly message: unknown; readonly act: (message: unknown) => void }

/**
 * The air between the windows of a test. Every message waits once for each window that was there when it was said,
 * until the test lets it through or takes it away.
 */
export const aDeskChannel = () => {
  const ears = new Set<(message: unknown) => void>()
  const said: DeskMessage[] = []
  let held: Held[] = []
  const post = (message: unknown, own?: (message: unknown) => void) => {
    for (const act of ears) if (act !== own) held.push({ message: structuredClone(message), act })
  }
  const wire = (): DeskWire => {
    let own: ((message: unknown) => void) | undefined
    return {
      post: (message) => {
        said.push(message)
        post(message, own)
      },
      listen: (act) => {
        own = act
        ears.add(act)
        return () => {
          ears.delete(act)
          held = held.filter((one) => one.act !== act)
        }
      },
    }
  }
  const deliver = (at: number) => {
    const one = held[at % held.length]
    if (!one) return
    held = held.filter((other) => other !== one)
    one.act(one.message)
  }
  return {
    wire,
    /** Said by nobody of the test: another version, another program. */
    post: (message: unknown) => post(message),
    /** Everything that windows said, in its order. */
    said: said as readonly DeskMessage[],
    waiting: () => held.length,
    deliver,
    lose: (at: number) => void (held = held.filter((_, i) => i !== at % held.length)),
    deliverAll: () => {
      while (held.length > 0) deliver(0)
    },
  }
}
