import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import { writeWhole } from '../files/writeWhole.ts'
import { deskLog } from '../logs/deskLog.ts'
import { keptSession } from '../room/keptSession.ts'
import { workstationFile } from '../settings/workstationFile.ts'

/** False also where Linux has no key store and Electron locks with a password that is in its source, which everybody knows. */
const keepsSecrets = (): boolean =>
  safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')

/** What the program keeps on this machine: its log, its settings, its session. Read once, before the first window. */
export const deskState = (now: () => number, sessionChanged: () => void) => {
  const home = app.getPath('userData')
  const log = deskLog(app.getPath('logs'), now)
  const workstation = workstationFile(join(home, 'workstation.json'), (error) => log.trouble('settings', error))
  const sessionFile = join(home, 'session.bin')
  const session = keptSession({
    vault: {
      isReady: keepsSecrets,
      lock: (plain) => safeStorage.encryptString(plain),
      unlock: (locked) => safeStorage.decryptString(Buffer.from(locked)),
    },
    file: {
      read: () => (existsSync(sessionFile) ? readFileSync(sessionFile) : null),
      write: (bytes) => writeWhole(sessionFile, bytes),
      remove: () => rmSync(sessionFile, { force: true }),
    },
    changed: sessionChanged,
    onTrouble: (error) => log.trouble('session', error),
  })
  return { home, log, workstation, session }
}

export type DeskState = ReturnType<typeof deskState>
