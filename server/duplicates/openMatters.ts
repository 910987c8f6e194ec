import { changeCounts } from './changeCounts.ts'
import { compareTellings, type KindTraits, type Rarities } from './compareTellings.ts'
import { rarity, shareOf, type Common } from './rarity.ts'
import { compareNumbers, type SaidPlace } from './saidPlace.ts'
import type { LearntSign } from './signs.ts'
import type { Pairs } from './soundPairs.ts'
import { joinNumbers, type Telling } from './telling.ts'

/** An open matter as it is compared: its reports, oldest first. */
export type OpenMatter = {
  readonly tellings: readonly Telling[]
  readonly lastAt: number
  readonly numbers: SaidPlace['numbers']
  readonly words: Pairs
}

export type LearntSigns = Readonly<Record<LearntSign, number>>

/** A matter of a hundred callers is compared by its first reports and its latest ones: the others say the same. */
const firstRead = 10
const latestRead = 20

/** A word that more texts use tells nothing, even when only one open matter uses it. */
const rareBelow = 0.01
const rarest = 6
/** So many rare words of one matter only are as good as more. */
const enough = 5

const minuteMs = 60_000

const readOf = (tellings: readonly Telling[]): readonly Telling[] =>
  tellings.length <= firstRead + latestRead ? tellings : [...tellings.slice(0, firstRead), ...tellings.slice(-latestRead)]

/** Open matters by id, with how rare their words are among them. */
export const openMatters = <Id>(traits: KindTraits, common: { readonly words: Common; readonly places: Common }) => {
  const rarities: Rarities = { words: rarity(common.words), places: rarity(common.places) }
  const compare = compareTellings(traits)
  const matters = new Map<Id, OpenMatter>()
  /** How many open matters use a pair. */
  const owners = new Map<number, number>()

  const count = (telling: Telling, change: 'add' | 'remove') => {
    rarities.words[change](telling.rest)
    rarities.places[change](telling.names)
  }
  const remove = (id: Id) => {
    const matter = matters.get(id)
    if (!matter) return
    matters.delete(id)
    changeCounts(owners, matter.words, -1)
    for (const telling of matter.tellings) count(telling, 'remove')
  }
  const onlyHere = ({ words }: OpenMatter, fresh: Telling) => {
    let sum = 0
    for (const pair of fresh.words) {
      if (!words.has(pair) || owners.get(pair) !== 1) continue
      const share = shareOf(common.words, pair)
      if (share < rareBelow) sum += Math.min(1, -Math.log(share) / rarest)
    }
    return Math.min(1, sum / enough)
  }

  return {
    remove,
    get: (id: Id): OpenMatter | undefined => matters.get(id),
    set: (id: Id, tellings: readonly Telling[], lastAt: number) => {
      remove(id)
      const words = new Set(tellings.flatMap((telling) => [...telling.words]))
      matters.set(id, { tellings, lastAt, numbers: joinNumbers(tellings.map(({ numbers }) => numbers)), words })
      changeCounts(owners, words, 1)
      for (const telling of tellings) count(telling, 'add')
    },
    /** What speaks for and against, report by report of the matter; `together` is what the room knows of the places, if it does. */
    compare: (fresh: Telling, matter: OpenMatter, now: number, together: number | null): readonly LearntSigns[] => {
      const minutes = Math.max(0, now - matter.lastAt) / minuteMs
      const about = { numbers: compareNumbers(fresh.numbers, matter.numbers), minutes, onlyHere: onlyHere(matter, fresh), together }
      return readOf(matter.tellings).map((known) => compare(fresh, known, rarities, about))
    },
  }
}
