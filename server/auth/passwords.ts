import { hash, verify } from '@node-rs/argon2'

/** Argon2id (2) as OWASP's Password Storage Cheat Sheet advises at least: 19 MiB, two passes, one lane. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), options)

/** False for a wrong password and for a hash that is none. */
export const isPassword = (kept: string, password: string): Promise<boolean> =>
  verify(kept, password.normalize('NFKC'), options).catch(() => false)

/** Shorter ones fall to a guessing machine however odd they are. */
export const shortestPassword = 10
export const longestPassword = 200

/** What people here type when told "at least ten characters"; compared without case and without trailing digits and signs. */
const commonest = [
  '1234567890',
  '12345678910',
  '0123456789',
  '9876543210',
  '1111111111',
  '0000000000',
  '8888888888',
  '6666666666',
  '1122334455',
  '1234512345',
  '123456789a',
  'a123456789',
  'aa12345678',
  'qwertyuiop',
  'qwerty12345',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  '1qaz@wsx3edc',
  'qazwsxedcrfv',
  'asdfghjkl1',
  'zxcvbnm123',
  'abcdefghij',
  'abcd123456',
  'abc1234567',
  'password',
  'password12',
  'passw0rd12',
  'p@ssw0rd12',
  'administrator',
  'admin12345',
  'admin@1234',
  'woaini1314',
  'woaini520',
  '5201314520',
  'iloveyou12',
  'hangzhou12',
  'xiaonao123',
  'huawei@123',
  'welcome123',
  'changeme12',
  'test123456',
  'root123456',
  'dispatcher',
  'supervisor',
]
const bare = (text: string): string => text.toLowerCase().replace(/[0-9!@#$%^&*._-]+$/, '')
const common = new Set(commonest.map((word) => word.toLowerCase()))
const commonStems = new Set(commonest.map(bare).filter((stem) => stem.length >= 5))

export type PasswordFlaw = 'too-short' | 'too-long' | 'like-the-account' | 'too-common'

/** Why a password may not be used; null when it may. Length counts characters, not bytes. */
export const passwordFlaw = (password: string, account: { readonly id: string; readonly name: string }): PasswordFlaw | null => {
  const length = [...password.normalize('NFKC')].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const low = password.toLowerCase()
  const names = [account.id.toLowerCase(), account.name.toLowerCase()]
  if (names.includes(low) || names.includes(bare(low)) || bare(low) === bare(account.id)) return 'like-the-account'
  if (common.has(low) || commonStems.has(bare(low)) || new Set(low).size <= 2) return 'too-common'
  return null
}
