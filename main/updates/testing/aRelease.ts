import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { stringify } from 'yaml'
import { signedUpdateHead } from '../../../shared/contracts/signedUpdate.ts'
import type { UpdateSource } from '../source.ts'

export const aKey = (): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } => generateKeyPairSync('ed25519')

export const signed = (privateKey: KeyObject, name: string, list: string): string =>
  sign(null, Buffer.from(`${signedUpdateHead(name)}${list}`), privateKey).toString('base64')

export const fileOf = (url: string, content: Uint8Array) => ({
  url,
  sha512: createHash('sha512').update(content).digest('base64'),
  size: content.length,
})

export const listOf = (version: string, files: readonly object[], more: object = {}): string =>
  stringify({ version, files, releaseDate: '2026-11-23T09:00:00.000Z', ...more })

/** A place for updates that is a few names and what they hold; a function is asked each time. */
export const placeOf =
  (files: Readonly<Record<string, string | Uint8Array | (() => AsyncIterable<Uint8Array>)>>): UpdateSource =>
  async (name) => {
    const held = files[name]
    if (held === undefined) return null
    return typeof held === 'function' ? held() : inParts(typeof held === 'string' ? Buffer.from(held) : held)
  }

export const inParts = async function* (bytes: Uint8Array, partBytes = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes)
}
