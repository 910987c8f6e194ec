import type { Board } from './board.ts'
import type { Table } from './table.ts'

type Shown = <V extends object>(value: V) => V

const unchanged: Shown = (value) => value

const tableText = function* <V>(name: string, { size, shards }: Table<V>, shown: Shown): Generator<string> {
  yield `,"${name}":{"size":${size},"shards":{`
  let comma = ''
  for (const key in shards) {
    yield `${comma}${JSON.stringify(key)}:${JSON.stringify(shown(shards[key] ?? {}))}`
    comma = ','
  }
  yield '}}'
}

/**
 * The board as JSON, in pieces of at most a shard, so that whoever writes a large one can let others go on between them.
 *
 * The board is immutable, so however long that takes, what is written is one instant. `shown` changes what people wrote
 * on its way out (masking); alarms hold none of that.
 */
export const boardText = function* (board: Board, shown: Shown = unchanged): Generator<string> {
  const { incidents, units, alarms, ...rest } = board
  yield JSON.stringify({ ...rest, shiftLog: shown(rest.shiftLog) }).slice(0, -1)
  yield* tableText('incidents', incidents, shown)
  yield* tableText('units', units, shown)
  yield* tableText('alarms', alarms, unchanged)
  yield '}'
}
