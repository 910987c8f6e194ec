import type { Locks } from '../features/watch-alarms/deskVoice.ts'

type Wait = { readonly name: string; readonly isShared: boolean; readonly page: string; readonly take: () => void }
type Holding = { readonly name: string; readonly isShared: boolean; readonly page: string; readonly lose: (why: unknown) => void }

const aborted = () => new DOMException('The lock was taken away', 'AbortError')

/** A browser's locks for several pages of one test; a page that crashes loses all of its own. */
export const someLocks = () => {
  let holding: Holding[] = []
  let waiting: Wait[] = []
  const dead = new Set<string>()

  const isFree = ({ name, isShared }: Pick<Wait, 'name' | 'isShared'>) =>
    holding.every((one) => one.name !== name || (one.isShared && isShared))
  const grant = () => {
    for (const one of waiting) {
      if (!isFree(one)) continue
      waiting = waiting.filter((other) => other !== one)
      one.take()
    }
  }
  const release = (one: Holding) => {
    holding = holding.filter((other) => other !== one)
    grant()
  }

  /** As the page of this name has them. */
  const of = (page: string): Locks => ({
    query: async () => ({ held: holding.map(({ name, isShared }) => ({ name, mode: isShared ? 'shared' : 'exclusive' })) }),
    request: (name, { mode, steal, signal }, held) =>
      new Promise((resolve, reject) => {
        const isShared = mode === 'shared'
        const take = () => {
          if (dead.has(page)) return
          const own: Holding = { name, isShared, page, lose: reject }
          holding.push(own)
          void held().then((value) => {
            if (dead.has(page)) return
            if (holding.includes(own)) release(own)
            resolve(value)
          }, reject)
        }
        if (signal?.aborted) return reject(aborted())
        if (steal) {
          const stolen = holding.filter((one) => one.name === name)
          holding = holding.filter((one) => one.name !== name)
          for (const one of stolen) one.lose(aborted())
          return take()
        }
        const wait: Wait = { name, isShared, page, take }
        signal?.addEventListener('abort', () => {
          if (!waiting.includes(wait)) return
          waiting = waiting.filter((one) => one !== wait)
          reject(aborted())
        })
        waiting.push(wait)
        grant()
      }),
  })
  return {
    of,
    crash: (page: string) => {
      dead.add(page)
      waiting = waiting.filter((one) => one.page !== page)
      holding = holding.filter((one) => one.page !== page)
      grant()
    },
  }
}
