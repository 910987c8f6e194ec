import type { ProxyConfig } from 'electron'

const schemes = new Set(['http:', 'https:', 'socks4:', 'socks5:'])

const withScheme = (text: string): string => (/^[a-z][a-z0-9]*:\/\//i.test(text) ? text : `http://${text}`)

/**
 * How requests leave this machine, from what a person set: nothing is as the system is set, `direct`, `host:port`,
 * `socks5://host:port`, or the address of a PAC file. Null when it is none of these.
 *
 * A name with a password is refused: settings are no place for one.
 */
export const proxyConfig = (set: string | null): ProxyConfig | null => {
  const text = (set ?? '').normalize('NFKC').trim()
  if (text === '' || text.toLowerCase() === 'system') return { mode: 'system' }
  if (text.toLowerCase() === 'direct') return { mode: 'direct' }
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(withScheme(text))) return null
  const url = new URL(withScheme(text))
  if (!schemes.has(url.protocol) || !/^([\w.-]+|\[[\da-f:.]+\])$/.test(url.hostname) || url.username !== '' || url.password !== '')
    return null
  const isScript = url.pathname !== '/' && url.pathname !== ''
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (isScript) return isWeb && withScheme(text) === text && url.hash === '' ? { mode: 'pac_script', pacScript: url.href } : null
  if (url.search !== '' || url.hash !== '') return null
  // Without a port Chromium would take the usual one of a proxy, which is nobody's wish; of the scheme's own, URL keeps none.
  const port = /:(\d+)\/?$/.exec(text)?.[1]
  return port === undefined ? null : { mode: 'fixed_servers', proxyRules: `${url.protocol}//${url.hostname}:${Number(port)}` }
}
