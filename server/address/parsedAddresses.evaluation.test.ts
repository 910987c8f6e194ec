import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { partKey, partsAt, type Parts } from './parts.ts'
import { plainAddress } from './plainAddress.ts'

const file = '../shared/data/addresses/parsed-addresses.tsv.gz'

const labels: Readonly<Record<string, keyof Parts>> = { houseno: 'block', cellno: 'unit', floorno: 'floor', roomno: 'room' }

type Labelled = { readonly address: string; readonly at: number; readonly said: ReadonlyMap<keyof Parts, string> }

/** What stands behind 3号楼, 二单元, 5F or 301室 without the word for it. */
const figureOf = (words: string) => partKey(plainAddress(words).replace(/(?:号楼|幢|座|单元|室|楼|层|号|#|房|f)+$/, ''))

const labelled = (line: string): readonly Labelled[] => {
  const [, address = '', parts = ''] = line.split('\t')
  const said = new Map<keyof Parts, string>()
  let at = 0
  let first = -1
  for (const part of parts.split(' ')) {
    const [words = '', label = ''] = [part.slice(0, part.lastIndexOf('/')), part.slice(part.lastIndexOf('/') + 1)]
    const name = labels[label]
    if (name && first < 0) first = at
    if (name) said.set(name, figureOf(words))
    at += words.length
  }
  return first < 0 ? [] : [{ address, at: first, said }]
}

test.skipIf(!existsSync(file))('[B60] house, stair, storey and door are read from real addresses as people labelled them', () => {
  const rows = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1).flatMap(labelled)
  const right = new Map<keyof Parts, [right: number, all: number]>()
  for (const { address, at, said } of rows) {
    const read = partsAt(plainAddress(address), at, true)
    for (const [part, figure] of said) {
      const [before, all] = right.get(part) ?? [0, 0]
      right.set(part, [before + (read[part]?.toLowerCase() === figure ? 1 : 0), all + 1])
    }
  }
  const shares = [...right].map(([part, [before, all]]) => `${part} ${before} of ${all}`)
  for (const [part, [before, all]] of right) expect(before / all, `${part}: ${shares.join(', ')}`).toBeGreaterThan(0.8)
})
