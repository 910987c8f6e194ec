import type { RunningServer } from './server.ts'

type Parent = { readonly postMessage: (message: unknown) => void }

/**
 * Tells whoever runs this server, where somebody does, that it can be used: the desktop program, for its own windows, and
 * once what to sign in with; `npm start`, which prints that anyway, only where it is.
 */
export const tellParent = ({ address, firstAccounts }: Pick<RunningServer, 'address' | 'firstAccounts'>): void => {
  const { parentPort } = process as { parentPort?: Parent }
  const [first] = firstAccounts
  parentPort?.postMessage({
    kind: 'ready',
    address,
    accounts: firstAccounts.map(({ id, name }) => ({ id, name })),
    password: first?.password ?? null,
    mustChange: first?.mustChange ?? false,
  })
  process.send?.({ kind: 'ready', address })
}
