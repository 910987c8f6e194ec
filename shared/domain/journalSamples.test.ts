import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aMorning } from '../testing/boardBuilder.ts'
import { emptyBoard } from './board/board.ts'
import { foldBoard } from './board/fold.ts'
import { values } from './board/table.ts'
import { DomainEvent, type RecordedEvent } from './event.ts'
import { CommandId, TownId } from './ids.ts'
import { Incident } from './incident/incident.ts'
import { Unit } from './unit/unit.ts'

/** Events as they were written to a disk: `unit.assigned.1.json` is the first form that `unit.assigned` ever had. */
const folder = new URL('../testing/journal-samples/', import.meta.url)
const samples = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown] as const)
const types = DomainEvent.options.map((option) => option.shape.type.value)

const record = (event: DomainEvent, position: number): RecordedEvent => ({
  town: TownId.parse('sijijiang'),
  position,
  at: aMorning + position * 1_000,
  by: { kind: 'clock' },
  origin: '',
  commandId: CommandId.parse(`sample-${position}`),
  event,
})

const sampleOf = (type: string) => DomainEvent.parse(samples.find(([name]) => name.startsWith(`${type}.`))?.[1])
const before = ['unit.enrolled', 'incident.reported', 'unit.assigned'].map(sampleOf)

describe('journal samples', () => {
  test('[I45] every kind of event has a sample of what was once kept', () => {
    expect(new Set(samples.map(([name]) => name.replace(/\.\d+\.json$/, '')))).toEqual(new Set(types))
  })

  test.each(samples)('[I45] %s can still be read, as it was written', (name, sample) => {
    const event = DomainEvent.parse(sample)
    expect(event).toEqual(sample)
    expect(name).toMatch(new RegExp(`^${event.type.replace('.', '\\.')}\\.\\d+\\.json$`))
  })

  test.each(samples)('[I45] %s still folds into a board whose parts are whole', (_, sample) => {
    const events = [...before, DomainEvent.parse(sample)].map((event, i) => record(event, i + 1))
    const board = foldBoard(emptyBoard(TownId.parse('sijijiang')), events)
    expect(board.position).toBe(events.length)
    for (const incident of values(board.incidents)) expect(Incident.parse(incident)).toEqual(incident)
    for (const unit of values(board.units)) expect(Unit.parse(unit)).toEqual(unit)
  })
})
