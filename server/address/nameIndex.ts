import type { Sounds } from '../../shared/domain/language/sounds.ts'
import { soundTrie, type SoundHit } from './soundTrie.ts'
import { wrongCharacterIndex } from './wrongCharacter.ts'

/** How well a name was caught: written as it is, with characters that sound the same, that sound alike, or with a wrong one. */
export type Heard = 'said' | 'same-sound' | 'like-sound' | 'wrong-character'

/** A name found in a text: which one, where, and how it was caught. */
export type NameHit = { readonly name: number; readonly start: number; readonly end: number; readonly heard: Heard }

/** Names this short say too little unless they are rightly written. */
const shortestMisheard = 3
/** Where so many names differ in one character from what was said, none of them was. */
const mostByOneCharacter = 3

/** Words that join sentences: where one of them stands in for a character of a name, no name was meant. */
const joining = /[我你他她它在了的是有不就都也把被到去来这那给跟和行]/

/** How the stretch of the text was caught; null when too little of the name is in it. */
const heardAs = (text: string, start: number, name: string, sounds: Sounds): Heard | null => {
  let [same, alike] = [0, 0]
  for (let i = 0; i < name.length; i++) {
    const [said, meant] = [text.charCodeAt(start + i), name.charCodeAt(i)]
    if (said === meant) continue
    if (joining.test(text.charAt(start + i))) return null
    const spoken = sounds(said).spoken
    if (sounds(meant).spoken.some((one) => spoken.includes(one))) same++
    else alike++
  }
  if (same + alike === 0) return 'said'
  // Of three characters two may be other ones, of four and more one must be right for each two that are not.
  if (name.length < shortestMisheard || (same + alike) * 3 > name.length * 2) return null
  return alike > 0 ? 'like-sound' : 'same-sound'
}

/** Stretches for which only few names differ in one character. */
const telling = (hits: readonly SoundHit[]): readonly SoundHit[] => {
  const count = new Map<number, number>()
  const placeOf = ({ start, end }: SoundHit) => start * 64 + end - start
  for (const hit of hits) count.set(placeOf(hit), (count.get(placeOf(hit)) ?? 0) + 1)
  return hits.filter((hit) => (count.get(placeOf(hit)) ?? 0) <= mostByOneCharacter)
}

/** Finds the names said in a text: rightly written, by their sound, or with one wrong character. */
export const nameIndex = (names: readonly string[], sounds: Sounds): ((text: string) => readonly NameHit[]) => {
  const trie = soundTrie(names, sounds)
  const withWrongCharacter = wrongCharacterIndex(names)
  return (text) => {
    const seen = new Set<string>()
    const heardIn = (hit: SoundHit): readonly NameHit[] => {
      const key = `${hit.name}@${hit.start}`
      if (seen.has(key)) return []
      seen.add(key)
      const heard = heardAs(text, hit.start, names[hit.name] ?? '', sounds)
      return heard ? [{ ...hit, heard }] : []
    }
    const bySound = trie.hitsIn(text).flatMap(heardIn)
    const isSlip = ({ name, start, end }: SoundHit) => {
      const written = names[name] ?? ''
      return !seen.has(`${name}@${start}`) && ![...text.slice(start, end)].some((sign, i) => sign !== written[i] && joining.test(sign))
    }
    const slips = telling(withWrongCharacter(text).filter(isSlip))
    return [...bySound, ...slips.map((hit) => ({ ...hit, heard: 'wrong-character' as const }))]
  }
}
