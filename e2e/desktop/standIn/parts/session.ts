import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { offer } from '../offer.ts'
import type { Recorder } from '../recorder.ts'
import type { CertificateJudge } from './certificateJudge.ts'
import { tlsFetch } from './tlsFetch.ts'
import { permissionsOf, type Permissions } from './permissions.ts'

type Methods =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setCertificateVerifyProc'
  | 'setProxy'
  | 'resolveProxy'
  | 'fetch'
  | 'clearStorageData'
  | 'clearCache'
  | 'closeAllConnections'
  | 'setUserAgent'
  | 'setSpellCheckerEnabled'

export type OfferedSession = EventEmitter & Pick<Session, Methods>

export type SessionPart = { readonly session: OfferedSession; readonly permissions: Permissions; readonly judge: () => CertificateJudge }

/** There is one session, whatever the partition: all windows live in one Chromium profile. */
export function sessionPart({ record }: Recorder): SessionPart {
  const permissions = permissionsOf()
  let judge: CertificateJudge = null
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: permissions.setRequestHandler,
    setPermissionCheckHandler: permissions.setCheckHandler,
    setDevicePermissionHandler: () => record('session.setDevicePermissionHandler'),
    setCertificateVerifyProc: (given: CertificateJudge) => {
      judge = given
    },
    setProxy: async (config: Electron.ProxyConfig) => record('session.setProxy', config),
    resolveProxy: async () => 'DIRECT',
    fetch: (input: string | Request, init?: RequestInit) => tlsFetch(judge, input, init),
    clearStorageData: async () => record('session.clearStorageData'),
    closeAllConnections: async () => record('session.closeAllConnections'),
    clearCache: async () => record('session.clearCache'),
    setUserAgent: (agent: string) => record('session.setUserAgent', agent),
    setSpellCheckerEnabled: (enabled: boolean) => record('session.setSpellCheckerEnabled', enabled),
  }) as unknown as OfferedSession
  return { session: offer('Session', session, ['will-download']), permissions, judge: () => judge }
}
