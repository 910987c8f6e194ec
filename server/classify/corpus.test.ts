import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { corpusLine, type LabelledText } from '../../shared/domain/narrative/corpusLine.ts'
import { shippedTaxonomy } from './testing/shippedTaxonomy.ts'

const folder = 'resources/corpus'
const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.tsv'))
  .flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line, i) => ({ at: `${name}:${i + 1}`, writer: name.replace(/(-all)?\.tsv$/, ''), read: corpusLine(line) })),
  )
const texts = lines.flatMap(({ at, writer, read }) => (typeof read === 'string' ? [] : [{ at, writer, ...read }]))
type Text = LabelledText & { readonly at: string; readonly writer: string }
const where = (holds: (text: Text) => boolean) => texts.filter(holds).map(({ at, text }) => `${at} ${text}`)

test('[N12] every line can be read, and no text stands twice', () => {
  expect(lines.filter(({ read }) => typeof read === 'string').map(({ at, read }) => `${at} ${read as string}`)).toEqual([])
  const seen = new Set<string>()
  expect(where(({ text }) => seen.size === seen.add(text).size)).toEqual([])
})

test('[N12] every kind of the taxonomy is told by two hands at least, and none is told that the taxonomy does not know', async () => {
  const taxonomy = await shippedTaxonomy()
  const known = new Set(taxonomy.map(({ code }) => code))
  expect(where(({ kinds }) => kinds.some((kind) => !known.has(kind)))).toEqual([])
  const hands = (code: string) => new Set(texts.filter(({ kinds }) => kinds[0] === code).map(({ writer }) => writer)).size
  expect(taxonomy.filter(({ code }) => hands(code) < 2).map(({ code }) => code)).toEqual([])
})

test('[N12] a matter of police needs police, and is accepted as nothing civil', async () => {
  const natures = new Map((await shippedTaxonomy()).map(({ code, nature }) => [code, nature]))
  const isPolice = (kind: string) => natures.get(kind as never) === 'police' || natures.get(kind as never) === 'joint'
  expect(where(({ kinds, policeNeeded }) => isPolice(kinds[0]) && !policeNeeded)).toEqual([])
  expect(where(({ kinds }) => isPolice(kinds[0]) && kinds.some((kind) => !isPolice(kind)))).toEqual([])
})

test('[N12] no telephone number but invented ones, and no identity number, stands in a text', () => {
  expect(where(({ text }) => /1[3-9]\d{9}/.test(text.replace(/1380000\d{4}/g, '')) || /\d{17}[\dXx]/.test(text))).toEqual([])
})
