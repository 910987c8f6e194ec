import { SlaProfile, type Stage } from '../../../shared/domain/sla/profile.ts'

/** Why a profile cannot be put in force. */
export type LimitFlaw =
  | { readonly flaw: 'id-twice'; readonly id: string }
  | { readonly flaw: 'same-ends'; readonly stage: string }
  | { readonly flaw: 'warn-too-long'; readonly stage: string }
  | { readonly flaw: 'malformed'; readonly field: string }

const flawOfStage = ({ nameZh, from, to, limitMs, warnBeforeMs }: Stage): LimitFlaw | null => {
  if (from === to) return { flaw: 'same-ends', stage: nameZh }
  if (warnBeforeMs >= limitMs) return { flaw: 'warn-too-long', stage: nameZh }
  return null
}

/** The first thing wrong with a profile, or null: what the wire demands, and what would make a clock that says nothing. */
export const flawOf = (profile: SlaProfile): LimitFlaw | null => {
  const parsed = SlaProfile.safeParse(profile)
  if (!parsed.success) return { flaw: 'malformed', field: parsed.error.issues[0]?.path.join('.') ?? '' }
  const ids = profile.stages.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) return { flaw: 'id-twice', id: twice }
  return profile.stages.map(flawOfStage).find((flaw) => flaw !== null) ?? null
}

/** An id that no profile has: `jiubao-2`. At most 32 characters. */
export const freeId = (id: string, profiles: readonly SlaProfile[]): string => {
  const stem = id.replace(/-\d+$/, '').slice(0, 28)
  for (let number = 2; ; number++) {
    const wanted = `${stem}-${number}`
    if (!profiles.some((profile) => profile.id === wanted)) return wanted
  }
}
