import { createHash, timingSafeEqual } from 'node:crypto'
import type { Random } from './secret.ts'

/** 256 bits: cannot be guessed, and needs no salt when hashed. */
const tokenBytes = 32

/** A new token as 43 characters that stand in a URL or a header as they are. */
export const newToken = (random: Random): string => Buffer.from(random(tokenBytes)).toString('base64url')

/** What is kept of a token: its SHA-256 in hex. A stolen database holds nothing that opens a door. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Public name of a kept token: enough of its hash to tell it from others, not enough to be anything else. */
export const idOfHash = (hash: string): string => hash.slice(0, 16)

/** Equal in a time that does not depend on where the texts differ. */
export const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Letters and digits that are not taken for one another when read aloud or copied by hand. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

const letter = (random: Random): string => {
  for (;;) {
    const byte = random(1)[0] ?? 255
    // Bytes past the last whole multiple would make some letters likelier than others.
    if (byte < 256 - (256 % alphabet.length)) return alphabet[byte % alphabet.length] ?? 'a'
  }
}

/** A password to be read out once: four groups of four letters, about 79 bits. */
export const newPassword = (random: Random): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letter(random)).join('')).join('-')
