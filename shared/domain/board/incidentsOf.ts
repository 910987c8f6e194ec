import type { Board } from './board.ts'
import type { Table } from './table.ts'
import { isOpen, type Incident } from '../incident/incident.ts'

type Lists = { readonly all: readonly Incident[]; readonly open: readonly Incident[] }

const lists = new WeakMap<Table<Incident>, Lists>()

/** Every incident of a board, and those still open, in the order of the table; listed once per table, for all who ask. */
export const incidentsOf = ({ incidents }: Pick<Board, 'incidents'>): Lists => {
  const known = lists.get(incidents)
  if (known) return known
  const all = Object.values(incidents.shards).flatMap((shard) => Object.values(shard))
  const fresh = { all, open: all.filter(isOpen) }
  lists.set(incidents, fresh)
  return fresh
}
