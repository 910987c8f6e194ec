import type { Actor } from '../../shared/domain/actor.ts'
import { AccountId } from '../../shared/domain/ids.ts'

type Person = Extract<Actor, { kind: 'person' }>

const person = (id: string, name: string, role: Person['role']): Person => ({ kind: 'person', id: AccountId.parse(id), name, role })

/** Those who sit at the played desks. Nobody can sign in as one of them. */
export const seats: readonly Person[] = [
  person('demo1', '演示坐席一', 'operator'),
  person('demo2', '演示坐席二', 'operator'),
  person('demo3', '演示坐席三', 'operator'),
]

export const chief: Person = person('demo4', '演示值班长', 'supervisor')

/** Answers for departments and other rooms. */
export const liaison: Person = person('demo5', '演示联络员', 'district')

const played: ReadonlySet<string> = new Set([...seats, chief, liaison].map(({ id }) => id))

/** True for an account of the played life. */
export const isPlayed = (id: string): boolean => played.has(id)

export const demoOrigin = 'demo'
