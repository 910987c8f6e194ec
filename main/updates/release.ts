import { parse } from 'yaml'
import { z } from 'zod'

/** Far above what an installer weighs; whatever claims more is not one. */
const largestBytes = 1024 * 1024 * 1024

/** A name in one flat folder: it can lead nowhere else. */
export const isPlainName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(name) && !name.includes('..')

const Version = z.string().regex(/^\d{1,6}[.]\d{1,6}[.]\d{1,6}$/)

const ReleaseFile = z.object({
  /** A bare name. The builder calls it a url, but nothing may be fetched from where something else says. */
  url: z.string().refine(isPlainName),
  /** SHA-512 of the whole file, base64. */
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  size: z.number().int().positive().max(largestBytes),
})
export type ReleaseFile = z.infer<typeof ReleaseFile>

const Release = z.object({ version: Version, files: z.array(ReleaseFile).min(1).max(20).readonly() })
export type Release = z.infer<typeof Release>

/** What a `latest*.yml` of the builder's says, or null when it is none. */
export const releaseOf = (text: string): Release | null => {
  try {
    // An alias that stands for an alias that stands for … is a way to fill a machine's memory.
    const parsed = Release.safeParse(parse(text, { maxAliasCount: 0, schema: 'core', logLevel: 'error' }))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const numbersOf = (version: string): readonly number[] => version.split('.').map((part) => Number.parseInt(part, 10))

/** Above zero when `one` is newer than `other`. */
export const compareVersions = (one: string, other: string): number => {
  const [left, right] = [numbersOf(one), numbersOf(other)]
  return [0, 1, 2].map((at) => (left[at] ?? 0) - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}
