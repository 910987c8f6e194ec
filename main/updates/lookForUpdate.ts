import type { KeyObject } from 'node:crypto'
import { signatureOf } from '../../shared/contracts/signedUpdate.ts'
import { fileFor, type Installation } from './installation.ts'
import type { UpdateWhyNot } from './nextUpdateStep.ts'
import { compareVersions, releaseOf, type ReleaseFile } from './release.ts'
import { isSigned } from './signature.ts'
import type { UpdateSource } from './source.ts'

export type UpdateLook =
  | { readonly found: 'nothing' }
  | { readonly found: 'newer'; readonly version: string; readonly file: ReleaseFile }
  | { readonly found: 'refused'; readonly why: UpdateWhyNot }

type Needs = {
  readonly source: UpdateSource
  readonly key: KeyObject
  readonly installation: Installation
  /** The version that runs. */
  readonly version: string
}

/** A list of some files is a kilobyte, a signature a hundred bytes. */
const largestListBytes = 64 * 1024
const largestSignatureBytes = 1024

/** The whole of a small file; null when there is none, `too-large` when it does not end where such a file ends. */
const readSmall = async (source: UpdateSource, name: string, largest: number): Promise<Uint8Array | null | 'too-large'> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of (await source(name)) ?? []) {
    bytes += part.length
    if (bytes > largest) return 'too-large'
    parts.push(part)
  }
  return bytes === 0 ? null : Buffer.concat(parts)
}

/**
 * Whether there is a newer version for this machine. Nothing of a list is looked at before its signature is found good, and
 * no clock is asked: only a version that is newer than the one that runs is newer.
 */
export const lookForUpdate = async ({ source, key, installation, version }: Needs): Promise<UpdateLook> => {
  const no = (why: UpdateWhyNot): UpdateLook => ({ found: 'refused', why })
  let list: Uint8Array | null | 'too-large'
  let signature: Uint8Array | null | 'too-large'
  try {
    list = await readSmall(source, installation.list, largestListBytes)
    if (list === null) return { found: 'nothing' }
    signature = await readSmall(source, signatureOf(installation.list), largestSignatureBytes)
  } catch {
    return no('unreachable')
  }
  if (list === 'too-large') return no('malformed')
  if (signature === null || signature === 'too-large' || !isSigned(key, installation.list, list, signature)) return no('bad-signature')
  const release = releaseOf(Buffer.from(list).toString('utf8'))
  const file = release && fileFor(installation, release)
  if (!release || !file) return no('malformed')
  const difference = compareVersions(release.version, version)
  if (difference === 0) return { found: 'nothing' }
  return difference > 0 ? { found: 'newer', version: release.version, file } : no('older')
}
