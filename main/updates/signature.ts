import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { signedUpdateHead } from '../../shared/contracts/signedUpdate.ts'

/** Sixty-four bytes as base64, and nothing besides. */
const asWritten = /^[A-Za-z0-9+/]{86}==$/

/** The room's key as built in; null when it is none, and then nothing is ever updated. */
export const updateKey = (pem: string): KeyObject | null => {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** Whether the room's administrator signed exactly this list under exactly this name. `signature`: base64, as a file of its own. */
export const isSigned = (key: KeyObject, name: string, list: Uint8Array, signature: Uint8Array): boolean => {
  const text = Buffer.from(signature).toString('latin1').trim()
  return asWritten.test(text) && verify(null, Buffer.concat([Buffer.from(signedUpdateHead(name)), list]), key, Buffer.from(text, 'base64'))
}
