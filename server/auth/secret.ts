import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Chance, handed in so that tests can repeat it: that many unguessable bytes. */
export type Random = (bytes: number) => Uint8Array

/** The chance of the real server. */
export const systemRandom: Random = (bytes) => randomBytes(bytes)

/** 256 bits: the full strength of HMAC-SHA-256. */
const secretBytes = 32

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const make = async (file: string, random: Random): Promise<Uint8Array> => {
  await mkdir(dirname(file), { recursive: true })
  const secret = random(secretBytes)
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(Buffer.from(secret).toString('hex') + '\n')
    await handle.sync()
  } finally {
    await handle.close()
  }
  return secret
}

/**
 * The room's secret, which signs the QR codes of buildings and the links of citizens; made at first
 * start, readable by the server's own user alone.
 *
 * Losing the file makes every printed QR code worthless, so it belongs in the backup. A damaged file
 * throws: a silently new secret would do the same.
 */
export const readSecret = async (file: string, random: Random): Promise<Uint8Array> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (text === null) return make(file, random)
  const secret = Buffer.from(text.trim(), 'hex')
  if (secret.length !== secretBytes) throw new Error(`The secret file ${file} is damaged: it does not hold ${secretBytes} bytes in hex`)
  return secret
}
