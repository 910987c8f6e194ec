import { growingInts } from './growing.ts'
import type { Sounds } from '../../shared/domain/language/sounds.ts'

/** A name that sounds as the text does from `start` to `end`. */
export type SoundHit = { readonly name: number; readonly start: number; readonly end: number }

export type SoundTrie = { readonly hitsIn: (text: string) => readonly SoundHit[] }

/** A name of characters with several readings stands under so many of them; the others are never spoken. */
const mostReadings = 8
const longestName = 40

const readingsOf = (name: string, sounds: Sounds): readonly (readonly number[])[] => {
  let readings: number[][] = [[]]
  for (let i = 0; i < name.length; i++) {
    const { heard } = sounds(name.charCodeAt(i))
    readings = readings.flatMap((before) => heard.map((one) => [...before, one])).slice(0, mostReadings)
  }
  return readings
}

/** The steps of the trie in one open table: (node, sound) → node. */
const stepTable = () => {
  let size = 1 << 12
  let used = 0
  let keys = new Float64Array(size)
  let targets = new Int32Array(size)
  const slotOf = (key: number, node: number, sound: number) => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(sound, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (size - 1)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1)
    return slot
  }
  const soundsApart = 1 << 17
  const put = (node: number, sound: number, target: number) => {
    const key = (node + 1) * soundsApart + sound
    const slot = slotOf(key, node, sound)
    keys[slot] = key
    targets[slot] = target
  }
  const widen = () => {
    const [oldKeys, oldTargets] = [keys, targets]
    size *= 2
    keys = new Float64Array(size)
    targets = new Int32Array(size)
    oldKeys.forEach((key, i) => {
      if (key !== 0) put(Math.floor(key / soundsApart) - 1, key % soundsApart, oldTargets[i] ?? 0)
    })
  }
  return {
    /** The node behind a step; −1 where none goes. */
    next: (node: number, sound: number): number => {
      const key = (node + 1) * soundsApart + sound
      const slot = slotOf(key, node, sound)
      return keys[slot] === key ? (targets[slot] ?? -1) : -1
    },
    add: (node: number, sound: number, target: number) => {
      if (++used * 2 > size) widen()
      put(node, sound, target)
    },
  }
}

/**
 * All names by their sounds: one walk over the text finds every name that is said in it, rightly written or not.
 *
 * The cost grows with the text and hardly with the names, so a city's registry is as quick as a street's.
 */
export const soundTrie = (names: readonly string[], sounds: Sounds): SoundTrie => {
  const steps = stepTable()
  const firstName = growingInts()
  const nextOf = growingInts()
  const nameOf = growingInts()
  firstName.push(-1)

  const stepInto = (node: number, sound: number): number => {
    const known = steps.next(node, sound)
    if (known >= 0) return known
    const made = firstName.length()
    firstName.push(-1)
    steps.add(node, sound, made)
    return made
  }
  names.forEach((name, id) => {
    if (name.length > longestName) return
    for (const reading of readingsOf(name, sounds)) {
      const end = reading.reduce(stepInto, 0)
      nameOf.push(id)
      nextOf.push(firstName.at(end))
      firstName.set(end, nameOf.length() - 1)
    }
  })

  return {
    hitsIn: (text) => {
      const heard = Array.from({ length: text.length }, (_, i) => sounds(text.charCodeAt(i)).heard)
      const hits: SoundHit[] = []
      const walk = (node: number, start: number, at: number): void => {
        for (let entry = firstName.at(node); entry >= 0; entry = nextOf.at(entry)) hits.push({ name: nameOf.at(entry), start, end: at })
        const readings = heard[at]
        if (!readings) return
        for (const sound of readings) {
          const next = steps.next(node, sound)
          if (next >= 0) walk(next, start, at + 1)
        }
      }
      for (let start = 0; start < text.length; start++) walk(0, start, start)
      return hits
    },
  }
}
