import { hash, verify } from '@node-rs/argon2'
import { worstPasswords } from './worstPasswords.ts'

/** Argon2id (2) as OWASP's Password Storage Cheat Sheet advises at least: 19 MiB, two passes, one lane. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), options)

/** False for a wrong password and for a hash that is none. */
export const isPassword = (kept: string, password: string): Promise<boolean> =>
  verify(kept, password.normalize('NFKC'), options).catch(() => false)

/** Shorter ones fall to a guessing machine however odd they are. */
export const shortestPassword = 10
export const longestPassword = 200

/** A name of fewer letters stands in many a good password by chance. */
const shortestLatinName = 3
const shortestHanName = 2

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
/** Without the digits and signs that people put behind a word to make it do. */
const bare = (text: string): string => folded(text).replace(/[0-9!@#$%^&*._-]+$/, '')
const lettersOf = (text: string): string => folded(text).replace(/[\s._-]+/g, '')

const common = new Set(worstPasswords.map(folded))
const commonStems = new Set(worstPasswords.map(bare).filter((stem) => stem.length >= 5))

const isName = (name: string): boolean => name.length >= (/\p{Script=Han}/u.test(name) ? shortestHanName : shortestLatinName)

/** A word for the seat rather than the person, once its number is off: `operator1` is an operator, `far1` nobody. */
const shortestSeat = 5

const namesOf = ({ id, name }: { readonly id: string; readonly name: string }): readonly string[] => {
  const seat = lettersOf(bare(id))
  return [...[lettersOf(id), lettersOf(name)].filter(isName), ...(seat.length >= shortestSeat ? [seat] : [])]
}

/** One piece over and over, the last one perhaps cut short: `abcabcab`. */
const isRepeated = (text: string): boolean => {
  const signs = [...text]
  const lengths = Array.from({ length: Math.floor(signs.length / 2) }, (_, i) => i + 1)
  return lengths.some((length) => signs.every((sign, i) => sign === signs[i % length]))
}

export type PasswordFlaw = 'too-short' | 'too-long' | 'like-the-account' | 'repeated' | 'too-common'

/** Why a password may not be used; null when it may. Length counts characters, not bytes. */
export const passwordFlaw = (password: string, account: { readonly id: string; readonly name: string }): PasswordFlaw | null => {
  const length = [...password.normalize('NFKC')].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const letters = lettersOf(password)
  if (namesOf(account).some((name) => letters.includes(name))) return 'like-the-account'
  if (isRepeated(folded(password))) return 'repeated'
  if (common.has(folded(password)) || commonStems.has(bare(password))) return 'too-common'
  return null
}
