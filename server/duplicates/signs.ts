/** What speaks for or against two reports being one matter, each between 0 and about 2. Names as they stand in `duplicates.json`. */
export const learntSigns = [
  'place',
  'place-apart',
  'place-elsewhere',
  'place-share',
  'place-not-said',
  'place-not-known',
  'number-alike',
  'number-unlike',
  'number-unlike-there',
  'detail-alike',
  'detail-unlike',
  'place-in-words',
  'place-only-in-words',
  'kind',
  'kind-there',
  'gist',
  'gist-there',
  'gist-no-place',
  'kind-and-gist',
  'private',
  'private-there',
  'urgent',
  'words',
  'words-of-this-only',
  'minutes',
  'hours',
  'particulars-alike',
  'particulars-unlike',
  'says-another',
  'says-again',
  'again-late',
  'again-hours',
  'sought-and-found',
  'both-sought',
] as const

/** What only a room knows: no written evening tells it, so these are set by hand. */
export const roomSigns = [
  'same-building',
  'same-spot',
  'same-grid',
  'far-off',
  'other-grid',
  'same-phone',
  'near-kind-there',
  'other-door',
] as const

const allSigns = [...learntSigns, ...roomSigns] as const

export type LearntSign = (typeof learntSigns)[number]
export type RoomSign = (typeof roomSigns)[number]
export type Sign = LearntSign | RoomSign

/** How strong each sign is; those that are not listed are absent. */
export type Signs = Readonly<Partial<Record<Sign, number>>>
export type Weights = Readonly<Record<Sign, number>> & { readonly bias: number }

export const oddsOf = (weights: Weights, signs: Signs): number => {
  let sum = weights.bias
  for (const sign of allSigns) sum += weights[sign] * (signs[sign] ?? 0)
  return sum
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** What spoke most, strongest first; `not:` before what spoke against. */
export const reasonsOf = (weights: Weights, signs: Signs, most: number): readonly string[] =>
  (Object.entries(signs) as [Sign, number][])
    .map(([sign, strength]) => ({ sign, odds: weights[sign] * strength }))
    .filter(({ odds }) => Math.abs(odds) > 0.1)
    .sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds))
    .slice(0, most)
    .map(({ sign, odds }) => (odds > 0 ? sign : `not:${sign}`))
