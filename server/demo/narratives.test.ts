import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fillSlots, Hurdle, Narrative, readLines, ReturnReasons, Slot, slotsOf, Storm } from '../../shared/domain/narrative/narrative.ts'

const folder = new URL('../../resources/narratives/', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')

const itemsOf = <T>(schema: z.ZodType<T>, file: string): readonly T[] => {
  const read = readLines(schema, textOf(file))
  if (!read.ok) throw new Error(`${file}:${read.line} ${read.problem}`)
  return read.items
}

const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl') && file !== 'storms.jsonl')
const narratives = files.flatMap((file) => itemsOf(Narrative, file))
const storms = itemsOf(Storm, 'storms.jsonl')
const texts = [...narratives.map((one) => one.text), ...storms.flatMap((storm) => storm.texts)]

/** The 62 kinds of the standard taxonomy; a gap in the numbers is a kind that was given up. */
const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${letter}${String(from + i).padStart(2, '0')}`)
const kinds = [
  ...range('P', 1, 17),
  ...range('C', 1, 3),
  ...range('C', 10, 24),
  ...range('C', 26, 28),
  ...range('C', 30, 39),
  ...range('C', 40, 49),
  ...range('E', 1, 4),
]

describe('the narratives', () => {
  test('[N1] all lines have their shape and no id stands twice', () => {
    const ids = [...narratives, ...storms].map((one) => one.id)
    expect(narratives.length).toBeGreaterThanOrEqual(320)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('[N2] each of the 62 kinds has four narratives in more than one style, and there is no other kind', () => {
    expect(kinds).toHaveLength(62)
    expect([...new Set(narratives.map((one) => one.kind))].sort()).toEqual([...kinds].sort())
    const thin = kinds.filter((kind) => {
      const own = narratives.filter((one) => one.kind === kind)
      return own.length < 4 || new Set(own.map((one) => one.style)).size < 2
    })
    expect(thin).toEqual([])
  })

  test('[N3] six to eight of ten need no police', () => {
    const share = narratives.filter((one) => !one.policeNeeded).length / narratives.length
    expect(share).toBeGreaterThanOrEqual(0.6)
    expect(share).toBeLessThanOrEqual(0.8)
  })

  test('[N4] no text stands twice', () => {
    const told = texts.map((text) => text.replace(/[\s，。！？、；：…,.!?]/g, ''))
    expect(told.filter((text, i) => told.indexOf(text) !== i)).toEqual([])
  })

  test('[N5] about half of the texts have a place to fill, and filling leaves no gap', () => {
    const placed = narratives.filter((one) => slotsOf(one.text).length > 0).length / narratives.length
    expect(placed).toBeGreaterThan(0.4)
    expect(placed).toBeLessThan(0.6)
    const values = Object.fromEntries(Slot.options.map((slot) => [slot, '四季']))
    expect(texts.map((text) => fillSlots(text, values)).filter((text) => /[{}]/.test(text))).toEqual([])
  })

  test('[N6] no real phone number stands in a text', () => {
    const real = texts.flatMap((text) => text.match(/\d{7,}/g) ?? []).filter((digits) => !/^1380000\d{4}$/.test(digits))
    expect(real).toEqual([])
  })

  test('[N8] a storm is told in different words by each caller', () => {
    expect(storms).toHaveLength(12)
    for (const storm of storms) expect(new Set(storm.texts).size).toBe(storm.texts.length)
    expect(storms.filter((storm) => !kinds.includes(storm.kind))).toEqual([])
  })

  test('[N10] danger hides in civil kinds', () => {
    const hidden = narratives.filter((one) => one.policeNeeded && one.kind.startsWith('C')).map((one) => one.kind.slice(0, 2))
    expect([...new Set(hidden)].sort()).toEqual(['C0', 'C1', 'C2', 'C3', 'C4'])
  })
})

describe('reasons of units', () => {
  test('[N9] they name forces and kinds that exist, each pairing once', () => {
    const returns = z.array(ReturnReasons).parse(JSON.parse(textOf('returns.json')))
    const hurdles = z.array(Hurdle).parse(JSON.parse(textOf('hurdles.json')))
    const pairs = returns.map((one) => `${one.from}>${one.to}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(returns.filter((one) => one.from === one.to)).toEqual([])
    expect(returns.flatMap((one) => one.reasons).length).toBeGreaterThanOrEqual(20)
    expect(hurdles.flatMap((one) => one.kinds).filter((kind) => !kinds.includes(kind))).toEqual([])
  })
})

describe('reading and filling', () => {
  const first = JSON.stringify(narratives[0])

  test.each([
    ['no JSON at all', '{"id":'],
    ['a slot no town can fill', JSON.stringify({ ...narratives[0], text: '有人在{planet}打架' })],
    ['a brace without its other half', JSON.stringify({ ...narratives[0], text: '有人在{road打架' })],
    ['a style nobody speaks', JSON.stringify({ ...narratives[0], style: 'song' })],
  ])('[N7] %s is refused with the number of its line', (_, line) => {
    expect(readLines(Narrative, `${first}\n\n${line}\n`)).toMatchObject({ ok: false, line: 3 })
  })

  test('[N5] filled slots appear in the text, others stay as they are', () => {
    expect(fillSlots('在{road}近{metro}，{road}', { road: '太和路' })).toBe('在太和路近{metro}，太和路')
    fc.assert(
      fc.property(fc.stringMatching(/^[^{}]{1,12}$/), fc.constantFrom(...Slot.options), (name, slot) => {
        expect(slotsOf(fillSlots(`在{${slot}}`, { [slot]: name }))).toEqual([])
      }),
    )
  })
})
