import type { DeskBridge } from '../../shared/contracts/desk.ts'
import { foldBeginning, freshBeginning, type BeginEvent, type Beginning, type Step } from './beginning.ts'

type Answered = (ask: number) => BeginEvent

/** What the desktop is asked in a step; null where a person is waited for. */
const answerOf = (desk: Pick<DeskBridge, 'ask'>, step: Step): Promise<Answered> | null => {
  const looked = (look: Extract<BeginEvent, { kind: 'looked' }>['look']) => (ask: number) => ({ kind: 'looked', ask, look }) as const
  switch (step.at) {
    case 'looking':
      return desk.ask('room:look', { address: step.address }).then(looked)
    case 'trusting':
      return desk.ask('room:trust', { address: step.address, fingerprint: step.shown.certificate.fingerprint }).then(looked)
    case 'joining':
      return desk.ask('room:use', { address: step.address }).then(looked)
    case 'starting':
      return desk.ask('room:begin', { town: step.town }).then((begun) => (ask: number) => ({ kind: 'begun', ask, begun }) as const)
    case 'entering':
      return desk.ask('room:enter', {}).then(() => (ask: number) => ({ kind: 'entered', ask }) as const)
    case 'choosing':
    case 'comparing':
    case 'ready':
      return null
  }
}

/** The first page's state, and the asks that follow from it: one for each step that waits for the desktop, no more. */
export const openBeginning = (desk: Pick<DeskBridge, 'ask'>) => {
  let now = freshBeginning
  const listeners = new Set<() => void>()

  const put = async ({ asks, step }: Beginning) => {
    const failed: Answered = (ask) => ({ kind: 'failed', ask })
    const answered = await answerOf(desk, step)?.catch(() => failed)
    if (answered) send(answered(asks))
  }
  const send = (event: BeginEvent): void => {
    const before = now
    now = foldBeginning(now, event)
    if (now === before) return
    for (const listener of listeners) listener()
    if (now.asks !== before.asks) void put(now)
  }

  return {
    now: (): Beginning => now,
    send,
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type BeginningStore = ReturnType<typeof openBeginning>
