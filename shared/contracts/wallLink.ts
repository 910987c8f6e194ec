import { halfWidth } from './halfWidth.ts'

const link = /^[^#?]+\/wall\/?(?:\?[^#]*)?(?:#(.*))?$/i

/**
 * What stands in the address of a wall's page, `https://room.example/wall/#pass`: the pass, null where it is not whole,
 * undefined where the address is no wall's.
 */
export const passIn = (typed: string): string | null | undefined => {
  const found = link.exec(halfWidth(typed))
  if (!found) return undefined
  const pass = found[1] ?? ''
  return /^[A-Za-z0-9_-]{43}$/.test(pass) ? pass : null
}

/** An address as it may be shown: what follows the sign opens a wall to whoever reads it. */
export const withoutPass = (typed: string): string => (typed.split(/[#＃]/u)[0] ?? '').trim()
