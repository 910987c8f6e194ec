import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import { writeWholeNow } from '../files/writeWholeNow.ts'
import { deskLog } from '../logs/deskLog.ts'
import { firstAccounts } from '../room/firstAccounts.ts'
import { keptSecret } from '../room/keptSecret.ts'
import { keptSession } from '../room/keptSession.ts'
import { workstationFile } from '../settings/workstationFile.ts'

/** False also where Linux has no key store and Electron locks with a password that is in its source, which everybody knows. */
const keepsSecrets = (): boolean =>
  safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')

/** What the program keeps on this machine: its log, its settings, its session. Read once, before the first window. */
export const deskState = (now: () => number, sessionChanged: () => void) => {
  const home = app.getPath('userData')
  const log = deskLog(app.getPath('logs'), now)
  const workstation = workstationFile({ path: join(home, 'workstation.json'), now, onTrouble: (error) => log.trouble('settings', error) })
  /** A file of one secret, locked by the system's key store. */
  const locked = (name: string) => {
    const path = join(home, name)
    return {
      vault: {
        isReady: keepsSecrets,
        lock: (plain: string) => safeStorage.encryptString(plain),
        unlock: (bytes: Uint8Array) => safeStorage.decryptString(Buffer.from(bytes)),
      },
      file: {
        read: () => (existsSync(path) ? readFileSync(path) : null),
        write: (bytes: Uint8Array) => writeWholeNow(path, bytes),
        remove: () => rmSync(path, { force: true }),
      },
      onTrouble: (error: unknown) => log.trouble(name, error),
    }
  }
  const session = keptSession({ ...locked('session.bin'), changed: sessionChanged })
  /** Of a workstation that is a wall: what its link carried. */
  const wallPass = keptSecret(locked('wall.bin'))
  const accounts = firstAccounts(locked('accounts.bin'))
  return { home, log, workstation, session, wallPass, accounts }
}

export type DeskState = ReturnType<typeof deskState>
