import { X509Certificate } from 'node:crypto'
import { connect, type DetailedPeerCertificate } from 'node:tls'

const answerWithinMs = 8_000
/** Longer chains exist in nobody's command room; a server that sends one is not listened to for ever. */
const longestChain = 8

const chainFrom = (leaf: DetailedPeerCertificate): readonly X509Certificate[] => {
  const chain: X509Certificate[] = []
  const seen = new Set<string>()
  for (let one: DetailedPeerCertificate | undefined = leaf; one?.raw && chain.length < longestChain; one = one.issuerCertificate) {
    if (seen.has(one.fingerprint256)) break
    seen.add(one.fingerprint256)
    chain.push(new X509Certificate(one.raw))
  }
  return chain
}

/**
 * The certificates that a host shows, leaf first; null when nobody answers or nobody speaks TLS there. Only looks:
 * nothing is sent over this connection, whatever it shows.
 */
export const certificatesOf = (host: string, port: number): Promise<readonly X509Certificate[] | null> =>
  new Promise((resolve) => {
    const isName = !/^[\d.]+$|:/.test(host)
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: answerWithinMs, ...(isName && { servername: host }) })
    const end = (found: readonly X509Certificate[] | null) => {
      socket.destroy()
      resolve(found)
    }
    socket.once('secureConnect', () => {
      const chain = chainFrom(socket.getPeerCertificate(true))
      end(chain.length > 0 ? chain : null)
    })
    socket.once('timeout', () => end(null))
    socket.once('error', () => end(null))
  })
