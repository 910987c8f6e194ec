import type { TownId } from '../../shared/domain/ids.ts'
import type { Database, Row } from './database.ts'

/** Skips from town to town along the primary key instead of reading every event. */
const townsSql = `WITH RECURSIVE town(name) AS (
    SELECT min(town) FROM event UNION ALL SELECT (SELECT min(town) FROM event WHERE town > name) FROM town WHERE name IS NOT NULL)
  SELECT name FROM town WHERE name IS NOT NULL`

/** Towns that have at least one event, by name. */
export const townsOf = async (database: Database): Promise<readonly TownId[]> =>
  (await database.all<Row & { readonly name: TownId }>(townsSql)).map(({ name }) => name)
