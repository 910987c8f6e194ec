import type { Protocol } from 'electron'
import type { AppServer, SchemeHandler } from '../appServer.ts'
import { offer } from '../offer.ts'

export type OfferedProtocol = Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>

/** Serves `app:` pages. Which privileges the scheme has is settled by where its pages really are, so they are only looked at. */
export function protocolPart(server: Promise<AppServer>): OfferedProtocol {
  let isHandled = false
  const set = (scheme: string, handler: SchemeHandler | undefined): void => {
    if (scheme !== 'app') throw new Error(`The stand-in offers no scheme but app:, not '${scheme}:'.`)
    isHandled = handler !== undefined
    void server.then(({ handle }) => handle(handler))
  }
  return offer('protocol', {
    registerSchemesAsPrivileged: (schemes) => {
      for (const { scheme, privileges } of schemes)
        if (!privileges?.standard || !privileges.secure) throw new Error(`The stand-in serves ${scheme}: as standard and secure only.`)
    },
    handle: (scheme, handler) => set(scheme, handler as SchemeHandler),
    unhandle: (scheme) => set(scheme, undefined),
    isProtocolHandled: (scheme) => scheme === 'app' && isHandled,
  })
}
