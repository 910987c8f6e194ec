import { expect } from 'vitest'
import type { Actor } from '../domain/actor.ts'
import type { Board } from '../domain/board/board.ts'
import type { Command } from '../domain/command.ts'
import { decide } from '../domain/decide/decide.ts'
import type { Ruling } from '../domain/decide/ruling.ts'
import type { DomainEvent } from '../domain/event.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Taxonomy } from '../domain/taxonomy/taxonomy.ts'
import { aTaxonomy } from './aTaxonomy.ts'
import { liWei } from './boardBuilder.ts'

/** A story so far: a `boardBuilder`, or anything else with a board and a time. */
type Story = { readonly board: () => Board; readonly now: () => number }

type Outcome = {
  /** Exactly these events, in this order; only the named fields are looked at. */
  readonly then: (...events: readonly (Partial<DomainEvent> & { readonly type: DomainEvent['type'] })[]) => void
  /** Answered, and nothing changes. */
  readonly nothingHappens: () => void
  /** Refused, with these facts. */
  readonly refused: (refusal: Partial<Refusal> & { readonly reason: Refusal['reason'] }) => void
}

export const departmentsOfTests = ['区应急管理局', '区城管局'] as const

const outcome = (ruling: Ruling): Outcome => ({
  then: (...events) => {
    expect(ruling).toMatchObject({ ok: true })
    if (!ruling.ok) return
    expect(ruling.events.map((event) => event.type)).toEqual(events.map((event) => event.type))
    events.forEach((event, i) => expect(ruling.events[i]).toMatchObject(event))
  },
  nothingHappens: () => expect(ruling).toEqual({ ok: true, events: [] }),
  refused: (refusal) => expect(ruling).toMatchObject({ ok: false, refusal }),
})

/** Given this story, when somebody says this, then … The command is only judged: the story stays as it is. */
export const given = (story: Story, taxonomy: Taxonomy = aTaxonomy) => ({
  when: (command: Command, by: Actor = liWei): Outcome =>
    outcome(decide({ board: story.board(), now: story.now(), by, taxonomy, departments: departmentsOfTests }, command)),
})
