import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { offer } from '../offer.ts'
import type { Paths } from './paths.ts'

export type OfferedSafeStorage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>
export type SafeStoragePart = { readonly safeStorage: OfferedSafeStorage; readonly setAvailable: (available: boolean) => void }

const algorithm = 'aes-256-gcm'
const mark = Buffer.from('v10')
const ivLength = 12
const tagLength = 16

function keyIn(folder: string): Buffer {
  const file = join(folder, 'stand-in.key')
  try {
    return readFileSync(file)
  } catch {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32), { mode: 0o600 })
    return readFileSync(file)
  }
}

/** Really encrypts, with a key of its own in the user data folder: what was kept can be read after a restart, and not without it. */
export function safeStoragePart(paths: Paths): SafeStoragePart {
  let isAvailable = true
  function key(): Buffer {
    if (!isAvailable) throw new Error('Error while using safeStorage: Encryption is not available.')
    return keyIn(paths.get('userData'))
  }
  const safeStorage: OfferedSafeStorage = {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => (isAvailable ? 'gnome_libsecret' : 'basic_text'),
    encryptString: (plain) => {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv(algorithm, key(), iv)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([mark, iv, cipher.getAuthTag(), body])
    },
    decryptString: (encrypted) => {
      const at = mark.length + ivLength
      if (!encrypted.subarray(0, mark.length).equals(mark))
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
      const decipher = createDecipheriv(algorithm, key(), encrypted.subarray(mark.length, at)).setAuthTag(
        encrypted.subarray(at, at + tagLength),
      )
      return decipher.update(encrypted.subarray(at + tagLength)).toString('utf8') + decipher.final('utf8')
    },
  }
  return {
    safeStorage: offer('safeStorage', safeStorage),
    setAvailable: (available) => {
      isAvailable = available
    },
  }
}
