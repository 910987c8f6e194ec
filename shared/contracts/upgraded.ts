import { z } from 'zod'

/** Makes of what a version wrote what the next one would have written. May throw on what is damaged. */
export type Upgrade = (older: unknown) => unknown

export type Upgraded = { readonly state: 'current'; readonly value: unknown } | { readonly state: 'newer' | 'damaged' }

const Versioned = z.object({ version: z.number().int().min(1) })

/**
 * Brings a kept value to the version of today: `upgrades[0]` leads from version 1 to 2, and so on.
 *
 * The number is read before anything else of the value, because a newer program may have changed all the rest.
 */
export const upgraded = (value: unknown, current: number, upgrades: readonly Upgrade[]): Upgraded => {
  const versioned = Versioned.safeParse(value)
  if (!versioned.success) return { state: 'damaged' }
  if (versioned.data.version > current) return { state: 'newer' }
  try {
    const steps = upgrades.slice(versioned.data.version - 1, current - 1)
    return { state: 'current', value: steps.reduce((older, upgrade) => upgrade(older), value) }
  } catch {
    return { state: 'damaged' }
  }
}
