import type { NetworkInterfaceInfo } from 'node:os'

type Asked = {
  readonly host: string
  readonly port: number
  readonly isSecure: boolean
  /** What the room's people were told to open; null when nobody said. */
  readonly publicUrl: string | null
  /** The machine's own, as `networkInterfaces` tells them. */
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>
}

/** The best one first. */
type Addresses = readonly [string, ...string[]]

/** Addresses that a machine gives itself on a cable without a server for them: nobody else opens those. */
const isLinkLocal = (address: string) => /^(?:169\.254\.|fe[89ab])/i.test(address)

/** The machine's addresses that others can open, IPv4 first: it is what people type. */
const ownAddresses = ({ host, interfaces }: Asked): Addresses => {
  const outside = Object.values(interfaces).flatMap((faces) => (faces ?? []).filter((face) => !face.internal && !isLinkLocal(face.address)))
  const of = (family: string) => outside.filter((face) => face.family === family).map(({ address }) => address)
  const [best, ...others] = [...of('IPv4'), ...(host === '::' ? of('IPv6') : [])]
  return best === undefined ? ['127.0.0.1'] : [best, ...others, '127.0.0.1']
}

/** Where the room can be opened. `0.0.0.0` says where the server listens and opens nothing elsewhere. */
export const reachableAt = (asked: Asked): Addresses => {
  const { host, port, isSecure, publicUrl } = asked
  const originOf = (one: string) => new URL(`${isSecure ? 'https' : 'http'}://${one.includes(':') ? `[${one}]` : one}:${port}`).origin
  const [best, ...others] = host === '0.0.0.0' || host === '::' ? ownAddresses(asked) : ([host] as const)
  const own = [originOf(best), ...others.map(originOf)] as const
  return publicUrl === null ? own : [publicUrl.replace(/\/+$/, ''), ...own]
}
