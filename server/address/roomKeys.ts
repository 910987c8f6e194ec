import { groupsOf, growingUints, growingInts } from './growing.ts'

/** The doors of houses as numbers: those of house `s` are `keys[from[s]]` up to `keys[from[s + 1]]`, ascending. */
type Rooms = { readonly from: Uint32Array; readonly keys: Uint32Array }

/** Doors with letters in them are kept as words; their numbers begin here. */
const wordsFrom = 100_000
const unitsApart = 2 ** 22
const unitWordsFrom = 200

/** A door as one number: its stair above, its room below. */
const keys = () => {
  const roomWords = new Map<string, number>()
  const unitWords = new Map<string, number>()
  const wordOf = (words: Map<string, number>, word: string, isNew: boolean): number => {
    const known = words.get(word)
    if (known !== undefined || !isNew) return known ?? -1
    words.set(word, words.size)
    return words.size - 1
  }
  const part = (words: Map<string, number>, word: string, from: number, isNew: boolean): number => {
    const figure = /^[0-9]+$/.test(word) ? Number(word) : -1
    if (figure >= 0 && figure < from) return figure
    const at = wordOf(words, word, isNew)
    return at < 0 ? -1 : from + at
  }
  /** −1 for a door of words that nobody has. */
  return (unit: string | null, room: string, isNew: boolean): number => {
    const stair = unit === null || unit === '' ? 0 : part(unitWords, unit, unitWordsFrom, isNew) + 1
    const door = part(roomWords, room, wordsFrom, isNew)
    if (door < 0 || stair < 0 || stair >= 1_000 || door >= unitsApart) return -1
    return stair * unitsApart + door
  }
}

/** Gathers the doors of houses, millions of them, as they come. */
export const roomKeeper = () => {
  const keyOf = keys()
  const siteOf = growingInts()
  const keyAt = growingUints()

  const build = (sites: number): Rooms => {
    const { from, items } = groupsOf(siteOf.length(), sites, siteOf.at)
    const sorted = new Uint32Array(items.length)
    for (let i = 0; i < items.length; i++) sorted[i] = keyAt.at(items[i] ?? 0)
    for (let site = 0; site < sites; site++) sorted.subarray(from[site], from[site + 1]).sort()
    return { from, keys: sorted }
  }

  return {
    add: (site: number, unit: string | null, room: string) => {
      const key = keyOf(unit, room, true)
      if (key < 0) return
      siteOf.push(site)
      keyAt.push(key)
    },
    done: (sites: number) => {
      const rooms = build(sites)
      // A city's millions of doors would otherwise be kept twice.
      siteOf.clear()
      keyAt.clear()
      const holds = (low: number, high: number, key: number): boolean => {
        while (low < high) {
          const middle = (low + high) >>> 1
          const found = rooms.keys[middle] ?? 0
          if (found === key) return true
          if (found < key) low = middle + 1
          else high = middle
        }
        return false
      }
      return (site: number, unit: string | null, room: string): 'known' | 'missing' | 'unknown' => {
        const [low, high] = [rooms.from[site] ?? 0, rooms.from[site + 1] ?? 0]
        if (low === high) return 'unknown'
        if (unit !== null) return holds(low, high, keyOf(unit, room, false)) ? 'known' : 'missing'
        // Without its stair the door is looked for behind each.
        const door = keyOf(null, room, false)
        if (door < 0) return 'missing'
        for (let i = low; i < high; i++) if ((rooms.keys[i] ?? 0) % unitsApart === door) return 'known'
        return 'missing'
      }
    },
  }
}
