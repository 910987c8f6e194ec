import type { ProxyConfig, Session } from 'electron'

type Handler<K extends keyof Session> = Session[K] extends (handler: infer H) => unknown ? H : never

/** What Chromium keeps for its pages: the handlers that were hung on it, and the proxy that was set. */
export class FakeSession implements Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setCertificateVerifyProc'
  | 'setProxy'
  | 'closeAllConnections'
  | 'fetch'
> {
  permissionRequest: Handler<'setPermissionRequestHandler'> = null
  permissionCheck: Handler<'setPermissionCheckHandler'> = null
  device: Handler<'setDevicePermissionHandler'> = null
  verify: Handler<'setCertificateVerifyProc'> = null
  readonly proxies: ProxyConfig[] = []
  readonly asked: string[] = []
  /** What answers its requests; nobody until a test says. */
  answer: (url: string, init?: RequestInit) => Promise<Response>

  constructor(answer: FakeSession['answer'] = () => Promise.reject(new TypeError('net::ERR_CONNECTION_REFUSED'))) {
    this.answer = answer
  }

  setPermissionRequestHandler(handler: typeof this.permissionRequest) {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: typeof this.permissionCheck) {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: typeof this.device) {
    this.device = handler
  }
  setCertificateVerifyProc(proc: typeof this.verify) {
    this.verify = proc
  }
  setProxy(config: ProxyConfig) {
    this.proxies.push(config)
    return Promise.resolve()
  }
  closeAllConnections() {
    this.asked.push('closeAllConnections')
    return Promise.resolve()
  }
  fetch(input: string | URL | Request, init?: RequestInit) {
    return this.answer(input instanceof Request ? input.url : String(input), init)
  }
}
