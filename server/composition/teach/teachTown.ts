import { join } from 'node:path'
import type { Town } from '../../../shared/domain/town/town.ts'
import { writeDurably } from '../../photos/writeDurably.ts'
import { exampleBook } from '../../teach/exampleBook.ts'
import { modelShelf } from '../../teach/modelShelf.ts'
import { teacher, type Teacher, type TeacherNeeds } from '../../teach/teacher.ts'
import type { Person } from '../../teach/taught.ts'

type Needs<P extends Person> = Omit<TeacherNeeds<P>, 'shelf' | 'examples'> & {
  readonly folder: string
  readonly town: Town
  readonly read: Parameters<typeof exampleBook>[0]['read']
}

/** Models are made of what callers said. */
const onlyTheRoom = { file: 0o600, folder: 0o700 } as const

/** The brain of a town with what its room has taught it; its models lie in the data folder. */
export const teachTown = <P extends Person>({ folder, town, read, ...needs }: Needs<P>): Promise<Teacher<P>> =>
  teacher<P>({
    ...needs,
    shelf: modelShelf(join(folder, town.id), (path, bytes) => writeDurably(path, bytes, onlyTheRoom)),
    examples: exampleBook({ town: town.id, utcOffsetMinutes: town.utcOffsetMinutes, read }).examples,
  })
