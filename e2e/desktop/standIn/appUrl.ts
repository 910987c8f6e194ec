/**
 * Between the addresses our main process speaks and those Chromium speaks.
 *
 * A plain Chromium cannot be taught a scheme, so `app://xiaonao/console` is really `http://xiaonao.localhost/console`: a secure
 * context all the same, because every name under localhost is one. Addresses are translated wherever they cross.
 */
export function toPage(url: string): string {
  return url.replace(/^app:\/\/([^/?#:]+)/i, 'http://$1.localhost')
}

export function toApp(url: string): string {
  return url.replace(/^http:\/\/([^/?#:]+)\.localhost(?=[/?#]|$)/i, 'app://$1')
}

export const isAppPage = (url: string): boolean => toApp(url) !== url

/** The origin Electron would name: a registered scheme has its host in it, what is not a place (about:, data:) has none. */
export function originOf(url: string): string {
  const place = /^([a-z][a-z\d+.-]*:\/\/[^/?#]+)/i.exec(toApp(url))?.[1]
  return place ?? 'null'
}

/** A content policy that names our scheme names the translated one to Chromium; `'self'` is right as it is. */
export function toPagePolicy(policy: string): string {
  return policy.replace(/\bapp:\/\/([^\s/;]+)/gi, 'http://$1.localhost').replace(/\bapp:(?=\s|;|$)/gi, 'http://*.localhost')
}
