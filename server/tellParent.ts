import type { RunningServer } from './server.ts'

type Parent = { readonly postMessage: (message: unknown) => void }

/** Tells the desktop program that runs this server for its own windows, where there is one, that it can be used, and once what to sign in with. */
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
}
