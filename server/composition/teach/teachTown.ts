import { join } from 'node:path'
import type { Taxonomy } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Town } from '../../../shared/domain/town/town.ts'
import { exampleBook } from '../../teach/exampleBook.ts'
import { modelShelf } from '../../teach/modelShelf.ts'
import { teacher, type Teacher } from '../../teach/teacher.ts'
import type { Person } from '../../teach/taught.ts'
import type { RunTraining } from '../../teach/training.ts'

type Needs<P extends Person> = {
  readonly folder: string
  readonly town: Town
  readonly taxonomy: Taxonomy
  readonly read: Parameters<typeof exampleBook>[0]['read']
  readonly sureFrom: () => number
  readonly runTraining: RunTraining
  readonly prepare: (bytes: Uint8Array | null) => () => void
  readonly note: (by: P, text: string) => Promise<boolean>
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

/** The brain of a town with what its room has taught it; its models lie in the data folder. */
export const teachTown = <P extends Person>({ folder, town, read, ...needs }: Needs<P>): Promise<Teacher<P>> =>
  teacher<P>({
    ...needs,
    shelf: modelShelf(join(folder, town.id)),
    examples: exampleBook({ town: town.id, utcOffsetMinutes: town.utcOffsetMinutes, read }).examples,
  })
