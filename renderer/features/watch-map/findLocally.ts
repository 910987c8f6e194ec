import type { Board } from '../../../shared/domain/board/board.ts'
import { values } from '../../../shared/domain/board/table.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import type { Unit } from '../../../shared/domain/unit/unit.ts'

const most = 6

const best = <T>(all: Iterable<T>, rank: (one: T) => number): readonly T[] => {
  const found: { readonly one: T; readonly rank: number }[] = []
  for (const one of all) {
    const height = rank(one)
    if (height > 0) found.push({ one, rank: height })
  }
  return found
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ one }) => one)
}

const digits = (text: string) => text.replace(/^e-?/, '')

/** Units by id or name and incidents by number, exact ones first; nothing for an empty text. `1042` finds `E-1042`. */
export const findLocally = (board: Board, text: string): { readonly units: readonly Unit[]; readonly incidents: readonly Incident[] } => {
  const asked = text.trim().toLowerCase()
  if (asked === '') return { units: [], incidents: [] }
  const rankUnit = ({ id, definition }: Unit): number => {
    const known = id.toLowerCase()
    if (known === asked) return 3
    if (known.startsWith(asked)) return 2
    return definition.name.toLowerCase().includes(asked) ? 1 : 0
  }
  const number = digits(asked)
  const isNumber = /^\d+$/.test(number)
  const rankIncident = ({ id }: Incident): number => {
    if (!isNumber) return 0
    const known = id.slice(2)
    return known === number ? 3 : known.startsWith(number) ? 2 : known.endsWith(number) ? 1 : 0
  }
  return { units: best(values(board.units), rankUnit), incidents: best(values(board.incidents), rankIncident) }
}
