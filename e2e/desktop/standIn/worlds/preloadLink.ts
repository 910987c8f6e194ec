import { randomUUID } from 'node:crypto'
import type { Session } from '../browser/cdp.ts'
import { pageScript, preloadScript, preloadWorldName } from './scripts.ts'
import type { FromPreload, ToPreload } from './preloadWorld.ts'

export type PreloadLink = {
  /** Said to the preload of the document that is there now; without one nobody hears it. */
  readonly send: (message: ToPreload) => void
}

type Given = {
  readonly session: Session
  readonly mainFrame: string
  readonly preload: string
  readonly argv: readonly string[]
  readonly hear: (message: FromPreload, answer: (message: ToPreload) => void) => void
}

/**
 * The way between the main process and the preloads of one window.
 *
 * Chromium puts the binding into the preload's world only, and what is said to the preload is called in that world by its
 * number; so neither end is anywhere a page could find it.
 */
export async function linkPreload({ session, mainFrame, preload, argv, hear }: Given): Promise<PreloadLink> {
  const setup = { handing: `port-${randomUUID()}`, binding: 'toMain', delivery: 'fromMain', argv }
  let current: number | undefined

  function sendTo(contextId: number | undefined, message: ToPreload): void {
    if (contextId === undefined) return
    const given = { executionContextId: contextId, arguments: [{ value: JSON.stringify(message) }], silent: true }
    // A document that left meanwhile takes its preload with it.
    session
      .send('Runtime.callFunctionOn', { functionDeclaration: `(text) => globalThis.${setup.delivery}(text)`, ...given })
      .catch(() => undefined)
  }

  session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    if (name === preloadWorldName && (auxData as { frameId?: string } | undefined)?.frameId === mainFrame) current = id
  })
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === current) current = undefined
  })
  session.on('Runtime.executionContextsCleared', () => {
    current = undefined
  })
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== setup.binding || executionContextId !== current) return
    hear(JSON.parse(payload) as FromPreload, (message) => sendTo(executionContextId, message))
  })

  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: setup.binding, executionContextName: preloadWorldName })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(setup.handing) })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(setup, preload), worldName: preloadWorldName })
  return { send: (message) => sendTo(current, message) }
}
