import type { WebPreferences } from 'electron'

/**
 * Refuses a window whose page could reach more than a page may.
 *
 * The stand-in could not give such a page what it asks for, and our main process must never ask for it.
 */
export function safePreferences(given: WebPreferences | undefined, sandboxesAll: boolean): WebPreferences {
  const preferences = given ?? {}
  const wrong = [
    preferences.sandbox === false || (preferences.sandbox === undefined && !sandboxesAll) ? 'sandbox' : undefined,
    preferences.contextIsolation === false ? 'contextIsolation' : undefined,
    preferences.nodeIntegration ? 'nodeIntegration' : undefined,
    preferences.nodeIntegrationInWorker ? 'nodeIntegrationInWorker' : undefined,
    preferences.nodeIntegrationInSubFrames ? 'nodeIntegrationInSubFrames' : undefined,
    preferences.webSecurity === false ? 'webSecurity' : undefined,
    preferences.allowRunningInsecureContent ? 'allowRunningInsecureContent' : undefined,
    preferences.webviewTag ? 'webviewTag' : undefined,
  ].filter((name) => name !== undefined)
  if (wrong.length > 0) throw new Error(`The stand-in opens only sandboxed, isolated windows without node; wrong: ${wrong.join(', ')}`)
  return preferences
}
